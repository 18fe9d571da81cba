import asyncio

import numpy as np
import pytest
from llama_index.core.vector_stores.types import (
    FilterCondition,
    FilterOperator,
    MetadataFilter,
    MetadataFilters,
    VectorStoreQuery,
    VectorStoreQueryMode,
)

from matinee.errors import InputError
from matinee.index.filters import Filters
from matinee.index.llama_embedding import llama_embedding
from matinee.index.store import TitleVectorStore, node_of, title_of
from tests.toy import TOY, toy_title

pytestmark = pytest.mark.slow

DARK = toy_title("Dark", "series")


@pytest.fixture(scope="module")
def nodes(embedder):
    return llama_embedding(embedder)([node_of(title) for title in TOY])


@pytest.fixture
def store(tmp_path, nodes):
    made = TitleVectorStore.create(tmp_path / "table", 384)
    made.add(nodes)
    return made


@pytest.fixture(scope="module")
def shared(tmp_path_factory, nodes):
    made = TitleVectorStore.create(tmp_path_factory.mktemp("shared") / "table", 384)
    made.add(nodes)
    made.index()
    return made


def _query(embedder, text, mode=VectorStoreQueryMode.DEFAULT, k=5, **fields):
    return VectorStoreQuery(
        query_embedding=embedder.get_query_embedding(text), query_str=text, similarity_top_k=k, mode=mode, **fields
    )


def test_a_title_survives_as_a_node():
    for title in TOY:
        assert title_of(node_of(title)) == title


def test_only_the_text_of_a_node_is_embedded():
    node = node_of(DARK)
    assert node.get_content(metadata_mode="embed") == node.text
    assert "Louis Hofmann" not in node.get_content(metadata_mode="embed")


def test_nodes_come_back_whole(shared, nodes):
    (found,) = shared.get_nodes([DARK.id])
    assert title_of(found) == DARK
    assert found.text == next(n.text for n in nodes if n.node_id == DARK.id)


def test_adding_again_replaces(store, nodes):
    assert store.add(nodes[:3]) == [n.node_id for n in nodes[:3]]
    changed = node_of(DARK.model_copy(update={"fame": 0.11}))
    changed.embedding = nodes[0].embedding
    store.add([changed])
    assert len(store) == len(TOY)
    assert title_of(store.get_nodes([DARK.id])[0]).fame == 0.11


def test_adding_nothing(store):
    assert store.add([]) == []
    assert len(store) == len(TOY)


def test_vectors_are_stored_with_unit_length(tmp_path):
    node = node_of(DARK)
    node.embedding = [3.0, 4.0]
    store = TitleVectorStore.create(tmp_path / "table", 2)
    store.add([node])
    assert np.allclose(store.search.vectors(), [[0.6, 0.8]])


def test_delete(store, embedder):
    store.delete(DARK.id)
    store.delete("it's not there")
    assert len(store) == len(TOY) - 1
    assert DARK.id not in store.query(_query(embedder, "time travel in a small town", k=100)).ids
    assert DARK.id not in store.query(_query(embedder, "time travel", VectorStoreQueryMode.TEXT_SEARCH, 100)).ids


def test_what_is_deleted_or_added_after_indexing_counts(store, nodes, embedder):
    store.index()
    dark = next(n for n in nodes if n.node_id == DARK.id)
    words = _query(embedder, "nuclear plant", VectorStoreQueryMode.TEXT_SEARCH)
    assert store.query(words).ids == [DARK.id]
    store.delete(DARK.id)
    assert store.query(words).ids == []
    store.add([dark])
    assert store.query(words).ids == [DARK.id]
    assert store.query(_query(embedder, dark.text, k=1), title_filters=Filters(genres=("mystery",))).ids == [DARK.id]


def test_delete_nodes_by_id_and_by_filter(store):
    comedies = MetadataFilters(filters=[MetadataFilter(key="genres", value="comedy", operator=FilterOperator.CONTAINS)])
    store.delete_nodes([toy_title("Amélie").id, DARK.id], comedies)
    assert [n.node_id for n in store.get_nodes([DARK.id, toy_title("Amélie").id])] == [DARK.id]
    store.delete_nodes()
    assert len(store) == len(TOY) - 1
    store.delete_nodes(filters=comedies)
    assert not any("comedy" in title_of(n).genres for n in store.get_nodes())
    store.delete_nodes([])
    assert len(store) > 0


def test_clear(store, embedder):
    store.clear()
    assert len(store) == 0
    for mode in (VectorStoreQueryMode.DEFAULT, VectorStoreQueryMode.TEXT_SEARCH, VectorStoreQueryMode.HYBRID):
        result = store.query(_query(embedder, "time travel", mode))
        assert (result.nodes, result.similarities, result.ids) == ([], [], [])


@pytest.mark.parametrize(
    "mode", [VectorStoreQueryMode.DEFAULT, VectorStoreQueryMode.TEXT_SEARCH, VectorStoreQueryMode.HYBRID]
)
def test_every_mode_finds_scores_and_orders(shared, embedder, mode):
    result = shared.query(_query(embedder, "a serial killer hunted by detectives", mode))
    assert set(result.ids[:2]) == {toy_title("Seven").id, toy_title("Memories of Murder").id}
    assert [n.node_id for n in result.nodes] == result.ids
    assert result.similarities == sorted(result.similarities, reverse=True)
    assert all(0 <= s <= 1 for s in result.similarities)
    assert len(result.ids) <= 5


@pytest.mark.parametrize(
    "mode", [VectorStoreQueryMode.DEFAULT, VectorStoreQueryMode.TEXT_SEARCH, VectorStoreQueryMode.HYBRID]
)
def test_both_kinds_of_filter_hold_inside_the_search(shared, embedder, mode):
    query = _query(
        embedder,
        "a film or series about time",
        mode,
        k=100,
        filters=MetadataFilters(filters=[MetadataFilter(key="year", value=1990, operator=FilterOperator.GTE)]),
    )
    result = shared.query(query, title_filters=Filters(kind="series"))
    assert result.ids
    assert {title_of(n).kind for n in result.nodes} == {"series"}
    assert min(title_of(n).year for n in result.nodes) >= 1990
    nothing = shared.query(query, title_filters=Filters(year_min=3000))
    assert (nothing.nodes, nothing.similarities, nothing.ids) == ([], [], [])


def test_node_ids_bound_a_query(shared, embedder):
    ids = [toy_title("Seven").id, toy_title("Amélie").id]
    assert set(shared.query(_query(embedder, "anything", k=10, node_ids=ids)).ids) == set(ids)
    assert len(shared.query(_query(embedder, "anything", k=10, node_ids=[])).ids) == 10


def test_hybrid_beats_each_search_alone(shared, embedder):
    """The words name a person, whom the vector does not know; the meaning has no word in common with the title."""
    wanted = toy_title("Groundhog Day").id
    text = "Bill Murray stuck in a time loop, reliving one day"

    def place(mode):
        return shared.query(_query(embedder, text, mode, k=18)).ids.index(wanted)

    vague = "love story of two shy young people"
    assert place(VectorStoreQueryMode.HYBRID) == 0
    amelie = toy_title("Amélie").id
    by_vector = shared.query(_query(embedder, f"{vague} with Kassovitz", VectorStoreQueryMode.DEFAULT, k=18)).ids
    by_words = shared.query(_query(embedder, f"{vague} with Kassovitz", VectorStoreQueryMode.TEXT_SEARCH, k=18)).ids
    both = shared.query(_query(embedder, f"{vague} with Kassovitz", VectorStoreQueryMode.HYBRID, k=18)).ids
    assert both.index(amelie) <= min(by_vector.index(amelie), by_words.index(amelie))


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", '"', "(", "time AND (travel", "title:dark", "*", "-dark", "dark~2", "+a -b", "\x00", "🎬", "'; --"),
        *("a" * 9_999, "the " * 5_000, "\\", "日本語"),
    ],
)
def test_any_text_can_be_searched_for(shared, text):
    hits = shared.search.keyword(text, 5)
    assert all(0 < hit.score < 1 for hit in hits)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("amelie", "Amélie"),
        ("AMÉLIE", "Amélie"),
        ("Lola rennt", "Run Lola Run"),
        ("kurosawa", "Seven Samurai"),
        ("mountaineers", "Free Solo"),
        ("musicals", "Singin' in the Rain"),
        ("schindlers list", "Schindler's List"),
        ("hotelier", "Fawlty Towers"),
    ],
)
def test_words_are_found_without_accents_case_and_endings(shared, text, name):
    assert shared.search.keyword(text, 1)[0].id == toy_title(name).id


def test_short_common_names_are_words_too(shared):
    assert {h.id for h in shared.search.keyword("It", 2)} == {toy_title("It", "film").id, toy_title("It", "series").id}


@pytest.mark.parametrize(
    ("query", "why"),
    [
        (VectorStoreQuery(query_str="x"), "default"),
        (VectorStoreQuery(query_embedding=[0.1] * 384, mode=VectorStoreQueryMode.TEXT_SEARCH), "text_search"),
        (VectorStoreQuery(query_str="x", mode=VectorStoreQueryMode.HYBRID), "hybrid"),
        (VectorStoreQuery(query_str="x", query_embedding=[0.1] * 384, mode=VectorStoreQueryMode.SPARSE), "sparse"),
    ],
)
def test_a_query_it_cannot_answer_is_one_clear_line(shared, query, why):
    with pytest.raises(InputError, match=why):
        shared.query(query)


def test_async_interface(shared, embedder):
    found = asyncio.run(shared.aquery(_query(embedder, "a serial killer", k=2)))
    assert toy_title("Seven").id in found.ids


def test_an_index_over_it_is_plain_llama_index(shared, embedder):
    from llama_index.core import VectorStoreIndex

    index = VectorStoreIndex.from_vector_store(shared, embed_model=llama_embedding(embedder))
    filters = MetadataFilters(
        filters=[
            MetadataFilter(key="genres", value=["comedy", "musical"], operator=FilterOperator.ANY),
            MetadataFilter(key="year", value=1980, operator=FilterOperator.LT),
        ],
        condition=FilterCondition.AND,
    )
    found = index.as_retriever(similarity_top_k=10, filters=filters).retrieve("songs and dances")
    assert [n.node_id for n in found] == [toy_title("Singin' in the Rain").id, toy_title("Fawlty Towers").id]
