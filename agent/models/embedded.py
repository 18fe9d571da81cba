"""The embedded chat model, SmolLM2-135M-Instruct, as a LangChain chat model."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.language_models.chat_models import generate_from_stream
from langchain_core.messages import AIMessageChunk, BaseMessage, convert_to_openai_messages
from langchain_core.messages.ai import UsageMetadata
from langchain_core.output_parsers import BaseOutputParser, JsonOutputParser, PydanticOutputParser
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable, RunnableMap, RunnablePassthrough
from pydantic import BaseModel, Field, PrivateAttr

from matinee.agent.models.runtime import Runtime, RuntimeOptions, runtime
from matinee.agent.models.weights import chat_weights


class EmbeddedChat(BaseChatModel):
    """A GGUF language model run in this process by llama.cpp; no server, no network.

    Made at once, loaded at the first question (about a second, 260 MB), shared by every chat of the process
    with the same file, adapter, threads and context. Raises :class:`~matinee.errors.WeightsMissing` where the
    weights are not installed and :class:`~matinee.errors.ModelError` where a prompt does not fit the context.
    Repeats itself for a seed on the same machine; other threads, machines or versions may word it differently.
    """

    path: Path = Field(default_factory=chat_weights)
    adapter: Path | None = None
    """A GGUF LoRA adapter for the model."""
    threads: int = 1
    """One is seldom half as fast as two, and ten times faster than two where the cores are busy."""
    context: int = 2048
    """Tokens of prompt and reply together."""
    temperature: float = 0.7
    top_p: float = 0.9
    max_tokens: int = 256
    """Longest reply."""
    seed: int = 0

    _runtime: Runtime = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        """Find the runtime that equal chats share."""
        super().model_post_init(context)
        self._runtime = runtime(RuntimeOptions(self.path, self.threads, self.context, self.adapter))

    @property
    def _llm_type(self) -> str:
        return "matinee-embedded"

    @property
    def _identifying_params(self) -> dict[str, Any]:
        return {"model": self.path.stem, "adapter": str(self.adapter) if self.adapter else None, **self._sampling()}

    def _sampling(self) -> dict[str, Any]:
        return self.model_dump(include={"temperature", "top_p", "max_tokens", "seed"})

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for piece in self._runtime.stream(self._ask(messages, stop, **kwargs)):
            chunk = _chunk(piece)
            if run_manager and chunk.text:
                run_manager.on_llm_new_token(chunk.text, chunk=chunk)
            yield chunk

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        # by the streaming road too, so that Ctrl-C ends a long generation
        return generate_from_stream(self._stream(messages, stop, run_manager, **kwargs))

    def _ask(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None,
        format: dict[str, Any] | None = None,
        **sampling: Any,
    ) -> dict[str, Any]:
        ask = {"messages": convert_to_openai_messages(messages), **self._sampling(), **sampling}
        if stop:
            ask["stop"] = stop
        if format is not None:
            ask["response_format"] = {"type": "json_schema", "json_schema": {"schema": format}}
        return ask

    def with_structured_output(
        self,
        schema: dict[str, Any] | type,
        *,
        method: Literal["json_schema"] = "json_schema",
        include_raw: bool = False,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, dict[str, Any] | BaseModel]:
        """A runnable whose answer follows ``schema`` (a pydantic class or a JSON schema) by constrained decoding.

        As everywhere in LangChain: the answer is an instance of the class, or a dictionary; with ``include_raw``
        it is ``{"raw", "parsed", "parsing_error"}``. A reply cut by ``max_tokens`` raises ``OutputParserException``.
        """
        parser: BaseOutputParser[Any]
        if isinstance(schema, type) and issubclass(schema, BaseModel):
            parser, form = PydanticOutputParser(pydantic_object=schema), schema.model_json_schema()
        elif isinstance(schema, dict):
            parser, form = JsonOutputParser(), schema
        else:
            raise TypeError(f"schema must be a pydantic class or a JSON schema, not {schema!r}")
        model = self.bind(
            format=form, ls_structured_output_format={"kwargs": {"method": method}, "schema": schema}, **kwargs
        )
        if not include_raw:
            return model | parser
        parsed = RunnablePassthrough.assign(parsed=itemgetter("raw") | parser, parsing_error=lambda _: None)
        failed = RunnablePassthrough.assign(parsed=lambda _: None)
        return RunnableMap(raw=model) | parsed.with_fallbacks([failed], exception_key="parsing_error")


def _chunk(piece: dict[str, Any]) -> ChatGenerationChunk:
    """One piece of llama.cpp's stream as LangChain's chunk; the last carries why it ended and the token counts."""
    choice = piece["choices"][0]
    message = AIMessageChunk(content=choice["delta"].get("content") or "")
    info: dict[str, Any] = {}
    if choice["finish_reason"] is not None:
        info = {"finish_reason": choice["finish_reason"], "model_name": Path(piece["model"]).stem}
        message.chunk_position = "last"
    if (timings := piece.get("timings")) is not None:
        read, written = timings["prompt_n"] + timings["cache_n"], timings["predicted_n"]
        message.usage_metadata = UsageMetadata(input_tokens=read, output_tokens=written, total_tokens=read + written)
    return ChatGenerationChunk(message=message, generation_info=info)
