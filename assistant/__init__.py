"""Question in, verified reply out: understanding, drafting, verification, rendering."""

from assistant.deciding import Decision, Thresholds, decide, support
from assistant.entailment import WEIGHTS, Judge, Judgement, RuleJudge, read_weights
from assistant.entailment_features import FEATURE_NAMES, Features, Similarity, features
from assistant.json_form import reply_from_json, reply_json
from assistant.rendering import QuoteError
from assistant.reply import OUTCOMES, Cited, Claim, Draft, Near, Option, Quote, Reply, Shown
from assistant.service import Assistant
from assistant.settings import AssistantSettings, SettingsError, read_settings
from assistant.verifying import UnverifiedError, verify
from assistant.wording import say

__all__ = [
    "FEATURE_NAMES",
    "OUTCOMES",
    "WEIGHTS",
    "Assistant",
    "AssistantSettings",
    "Cited",
    "Claim",
    "Decision",
    "Draft",
    "Features",
    "Judge",
    "Judgement",
    "Near",
    "Option",
    "Quote",
    "QuoteError",
    "Reply",
    "RuleJudge",
    "SettingsError",
    "Shown",
    "Similarity",
    "Thresholds",
    "UnverifiedError",
    "decide",
    "features",
    "read_settings",
    "read_weights",
    "reply_from_json",
    "reply_json",
    "say",
    "support",
    "verify",
]
