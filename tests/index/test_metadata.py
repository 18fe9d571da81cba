import pytest
from llama_index.core.vector_stores.types import FilterCondition, FilterOperator, MetadataFilter, MetadataFilters

from matinee.errors import InputError
from matinee.index.metadata import where_metadata
from matinee.index.store import TitleVectorStore, node_of, title_of
from tests.index.fakes import FakeEmbedding
from tests.toy import TOY


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    made = TitleVectorStore.create(tmp_path_factory.mktemp("metadata") / "table", 16)
    made.add(FakeEmbedding()([node_of(title) for title in TOY]))
    return made


def _found(store, *filters, condition=FilterCondition.AND):
    nodes = store.get_nodes(filters=MetadataFilters(filters=list(filters), condition=condition))
    return {title_of(node).label for node in nodes}


@pytest.mark.parametrize(
    ("key", "operator", "value", "labels"),
    [
        ("kind", "==", "series", {"Dark (2017)", "Russian Doll (2019)", "Severance (2022)", "It (1990)"}),
        ("year", "<", 1960, {"Singin' in the Rain (1952)", "Seven Samurai (1954)"}),
        ("year", "in", [1954, 2001], {"Seven Samurai (1954)", "Amélie (2001)"}),
        ("runtime_minutes", ">=", 195, {"Schindler's List (1993)", "Seven Samurai (1954)"}),
        ("fame", ">", 0.94, {"Back to the Future (1985)", "Schindler's List (1993)"}),
        ("tone_light", "<=", 0.05, {"Seven (1995)", "Schindler's List (1993)"}),
        ("genres", "contains", "Documentary", {"Free Solo (2018)"}),
        ("genres", "==", "musical", {"Singin' in the Rain (1952)"}),
        ("genres", "all", ["romance", "comedy", "fantasy"], {"Groundhog Day (1993)"}),
        ("genres", "any", ["documentary", "musical"], {"Free Solo (2018)", "Singin' in the Rain (1952)"}),
        ("people", "contains", "Donald O'Connor", {"Singin' in the Rain (1952)"}),
        ("people", "any", [], set()),
        ("seasons", "in", [], set()),
        ("main_language", "==", "korean", {"Memories of Murder (2003)"}),
        ("id", "==", "it-1990-series' OR 'a'='a", set()),
    ],
)
def test_operators(store, key, operator, value, labels):
    found = _found(store, MetadataFilter(key=key, value=value, operator=FilterOperator(operator)))
    assert found - {"Fawlty Towers (1975)"} == labels


def test_empty_and_not(store):
    no_seasons = MetadataFilter(key="seasons", value=None, operator=FilterOperator.IS_EMPTY)
    films = {t.label for t in TOY if t.kind == "film"}
    assert _found(store, no_seasons) == films
    assert _found(store, no_seasons, condition=FilterCondition.NOT) == {t.label for t in TOY} - films
    assert _found(store, MetadataFilter(key="themes", value=None, operator=FilterOperator.IS_EMPTY)) == set()


def test_conditions_nest(store):
    old = MetadataFilter(key="year", value=1960, operator=FilterOperator.LT)
    musical = MetadataFilter(key="genres", value="musical", operator=FilterOperator.CONTAINS)
    korean = MetadataFilter(key="languages", value="Korean", operator=FilterOperator.CONTAINS)
    both = MetadataFilters(filters=[old, musical])
    either = _found(store, both, korean, condition=FilterCondition.OR)
    assert either == {"Singin' in the Rain (1952)", "Memories of Murder (2003)"}


def test_no_filters_are_no_condition():
    assert where_metadata(MetadataFilters(filters=[])) is None


@pytest.mark.parametrize(
    ("key", "operator", "value"),
    [
        ("nonsense", "==", "x"),
        ("year) OR (true", "==", 1),
        ("record", "==", "x"),
        ("year", "contains", 1),
        ("genres", ">", "a"),
        ("year", "==", None),
        ("year", "<", [1, 2]),
    ],
)
def test_what_cannot_be_filtered_by_is_one_clear_line(key, operator, value):
    filters = MetadataFilters(filters=[MetadataFilter(key=key, value=value, operator=FilterOperator(operator))])
    with pytest.raises(InputError) as caught:
        where_metadata(filters)
    assert "\n" not in str(caught.value)
