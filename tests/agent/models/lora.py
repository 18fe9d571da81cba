"""A random GGUF LoRA adapter for the packaged model, strong enough that its replies change."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

_WIDTH, _RANK, _ALIGNMENT = 576, 4, 32
_STRING, _FLOAT32_VALUE, _FLOAT32_TENSOR = 8, 6, 0


def write_adapter(path: Path) -> Path:
    """Write the adapter to ``path``: one low-rank change of the first layer's output projection."""
    rng = np.random.default_rng(0)
    tensors = {
        "blk.0.attn_output.weight.lora_a": rng.normal(0, 0.5, (_RANK, _WIDTH)).astype("<f4"),
        "blk.0.attn_output.weight.lora_b": rng.normal(0, 0.5, (_WIDTH, _RANK)).astype("<f4"),
    }
    keys = {"general.type": "adapter", "general.architecture": "llama", "adapter.type": "lora"}
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(keys) + 1)
    for key, value in keys.items():
        head += _text(key) + struct.pack("<I", _STRING) + _text(value)
    head += _text("adapter.lora.alpha") + struct.pack("<If", _FLOAT32_VALUE, 16.0)
    offset = 0
    for name, tensor in tensors.items():
        shape = tensor.shape[::-1]
        head += _text(name) + struct.pack("<IQQIQ", 2, *shape, _FLOAT32_TENSOR, offset)
        offset += tensor.nbytes + -tensor.nbytes % _ALIGNMENT
    body = b"".join(_padded(tensor.tobytes()) for tensor in tensors.values())
    path.write_bytes(_padded(head) + body)
    return path


def _text(text: str) -> bytes:
    return struct.pack("<Q", len(text)) + text.encode()


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _ALIGNMENT)
