"""Question in, verified reply out: understanding, drafting, verification, rendering."""

from assistant.deciding import Thresholds, support
from assistant.json_form import reply_from_json, reply_json
from assistant.rendering import QuoteError
from assistant.reply import OUTCOMES, Cited, Claim, Draft, Near, Option, Quote, Reply, Shown
from assistant.service import Assistant
from assistant.settings import AssistantSettings, SettingsError, read_settings
from assistant.verifying import UnverifiedError, verify

__all__ = [
    "OUTCOMES",
    "Assistant",
    "AssistantSettings",
    "Cited",
    "Claim",
    "Draft",
    "Near",
    "Option",
    "Quote",
    "QuoteError",
    "Reply",
    "SettingsError",
    "Shown",
    "Thresholds",
    "UnverifiedError",
    "read_settings",
    "reply_from_json",
    "reply_json",
    "support",
    "verify",
]
