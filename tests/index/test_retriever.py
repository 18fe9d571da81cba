import pytest
from llama_index.core.schema import QueryBundle

from matinee.index.filters import Filters
from matinee.index.store import title_of
from tests.toy import toy_title


@pytest.mark.parametrize("mode", ["vector", "keyword", "hybrid"])
def test_modes(toy, mode):
    found = toy.retriever(mode, 3, Filters(kind="film")).retrieve("a killer clown and childhood friends")
    assert found[0].node_id == toy_title("It", "film").id
    assert len(found) == 3
    assert all(title_of(n.node).kind == "film" for n in found)
    assert [n.score for n in found] == sorted((n.score for n in found), reverse=True)


def test_nothing_found_is_an_empty_list(toy):
    assert toy.retriever("hybrid", 3, Filters(year_min=3000)).retrieve("clowns") == []


def test_a_given_vector_is_used(toy):
    dark = toy_title("Dark", "series").id
    bundle = QueryBundle("a romance in Paris", embedding=toy.vector(dark).tolist())
    assert toy.retriever("vector", 1).retrieve(bundle)[0].node_id == dark
