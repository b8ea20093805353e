"""Encodes passages with sentence-transformers through LangChain, and exports the encoder to ONNX."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoder_files import EncoderFiles
from index.errors import EncoderError

ONNX_FILE, TOKENIZER_FILE = "encoder.onnx", "tokenizer.json"


class DocumentEncoder:
    """Passages in, unit vectors out. Loading it brings in torch and takes seconds: for builds only."""

    def __init__(self, files: EncoderFiles) -> None:
        from langchain_huggingface import HuggingFaceEmbeddings  # heavy: only when something is built

        self.files = files
        try:
            self.embeddings = HuggingFaceEmbeddings(
                model_name=files.source,
                model_kwargs={"device": "cpu", "local_files_only": files.bundled},
                encode_kwargs={"normalize_embeddings": True, "batch_size": 32},
            )
        except (OSError, ValueError) as error:
            raise EncoderError(
                f"the encoder {files.name} cannot be loaded ({str(error).splitlines()[0]}); "
                "unset SOCLE_EMBEDDING_MODEL to use the bundled one"
            ) from error

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimensions), float32."""
        prefix = self.files.prefixes[1]
        return np.asarray(self.embeddings.embed_documents([prefix + text for text in texts]), dtype=np.float32)

    def export(self, folder: Path) -> None:
        """Write the encoder as ONNX (same vectors) and its tokenizer into `folder`."""
        import torch
        from transformers import AutoModel, AutoTokenizer

        model = AutoModel.from_pretrained(self.files.source, attn_implementation="eager").eval()

        class LastHiddenState(torch.nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.model = model

            def forward(self, ids: Any, mask: Any, types: Any) -> Any:
                return self.model(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state

        names = ["input_ids", "attention_mask", "token_type_ids"]
        sample = torch.ones((1, 8), dtype=torch.int64)
        folder.mkdir(parents=True, exist_ok=True)
        with warnings.catch_warnings():
            # The exporter that needs no further package is the older one, and says so each time.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                LastHiddenState(),
                (sample, sample, torch.zeros_like(sample)),
                str(folder / ONNX_FILE),
                input_names=names,
                output_names=["last_hidden_state"],
                dynamic_axes={name: {0: "batch", 1: "tokens"} for name in (*names, "last_hidden_state")},
                opset_version=17,
                dynamo=False,
            )
        # Through the loader, not by copying a file: the source may be a name on a hub.
        AutoTokenizer.from_pretrained(self.files.source).backend_tokenizer.save(str(folder / TOKENIZER_FILE))
