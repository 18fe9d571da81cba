"""The command line. Each command's work is in the file of its name; heavy imports wait until it is called."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from matinee.errors import MatineeError

app = typer.Typer(
    name="matinee",
    help="A film and series recommender you talk to, on your own machine.",
    epilog='Start with:  matinee chat   or   matinee ask "something like Dark but lighter"',
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
index_app = typer.Typer(help="Build and inspect catalogues.", no_args_is_help=True)
app.add_typer(index_app, name="index")
eval_app = typer.Typer(help="Measure how good Matinee is.", no_args_is_help=True)
app.add_typer(eval_app, name="eval")

CatalogueOption = Annotated[
    Path | None,
    typer.Option("--catalogue", metavar="DIR", help="A catalogue built by `matinee index build`; else the starter."),
]
UserOption = Annotated[str | None, typer.Option("--user", metavar="NAME", help="Whose taste and seen list to use.")]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="MODEL", help="auto, embedded, none (code writes the reply) or ollama:NAME."),
]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"matinee {version('matinee')}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    del version


@app.command()
def chat(catalogue: CatalogueOption = None, user: UserOption = None, model: ModelOption = None) -> None:
    """Talk to Matinee in the terminal. Type /help there for the commands."""
    from matinee.ui.chat import run

    run(catalogue=catalogue, user=user, model=model)


@app.command()
def ask(
    text: Annotated[list[str], typer.Argument(help="What you would like to watch; - reads it from standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
    catalogue: CatalogueOption = None,
    user: UserOption = None,
    model: ModelOption = None,
) -> None:
    """Ask once and get an answer.

    Examples:  matinee ask "something like Dark but lighter"  ·  matinee ask --json "a short Korean thriller"
    """
    from matinee.ui.ask import run

    message = sys.stdin.read() if text == ["-"] else " ".join(text)
    run(message, as_json=as_json, catalogue=catalogue, user=user, model=model)


@app.command()
def rank(
    source: Annotated[Path, typer.Option("--in", metavar="FILE", help="JSON Lines: id, and messages or liked.")],
    to: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the ranked titles go, a line for a line.")],
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many titles a line.")] = 10,
    catalogue: CatalogueOption = None,
) -> None:
    """Rank titles for many requests at once, without prose; the same input gives the same output.

    A line in:   {"id": "1", "messages": [{"role": "user", "content": "like Dark but lighter"}],
                  "liked": [], "disliked": [], "exclude": []}
    A line out:  {"id": "1", "titles": [{"id": …, "title": …, "year": …, "score": …}]}
    """
    from matinee.ui.rank import run

    run(source, to, k=k, catalogue=catalogue)


@app.command()
def tone(
    axis: Annotated[str, typer.Option("--axis", metavar="TEXT", help="Any adjective or phrase: light-hearted, cosy.")],
    source: Annotated[Path, typer.Option("--in", metavar="FILE", help="JSON Lines: id, or title and year.")],
    to: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the scores go, a line for a line.")],
    predicted: Annotated[
        bool, typer.Option("--predicted", help="Go by the tones a model predicts, as if none were written down.")
    ] = False,
    catalogue: CatalogueOption = None,
) -> None:
    """Score how much titles are TEXT, from 0 to 1.

    A line in:   {"title": "The Matrix", "year": 1999}   or   {"id": "the-matrix-1999-film"}
    A line out:  {"score": 0.71}   or, where the title is not in the catalogue,   {"score": null}
    """
    from matinee.ui.tone import run

    run(axis, source, to, catalogue=catalogue, predicted=predicted)


@app.command("import")
def import_(
    service: Annotated[str, typer.Argument(help="netflix, imdb, letterboxd or trakt.")],
    file: Annotated[Path, typer.Argument(help="The export as downloaded: a file, its folder, or the zip.")],
    user: UserOption = None,
    catalogue: CatalogueOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be stored.")] = False,
    unlinked: Annotated[
        Path | None, typer.Option("--unlinked", metavar="FILE", help="Write the names that are not in the catalogue.")
    ] = None,
) -> None:
    """Take over what you have watched, rated or put on a watchlist elsewhere; seen titles are not recommended again.

    Examples:  matinee import netflix NetflixViewingHistory.csv  ·  matinee import letterboxd letterboxd-me.zip
    """
    from matinee.ui.history import run_import

    run_import(service, file, user=user, catalogue=catalogue, dry_run=dry_run, unlinked=unlinked)


@app.command()
def history(
    user: UserOption = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last import back.")] = False,
    most: Annotated[int, typer.Option("--most", min=1, help="How many lines to show.")] = 40,
) -> None:
    """Show what was imported, latest first, or take the last import back."""
    from matinee.ui.history import show_history

    show_history(user=user, undo=undo, most=most)


@app.command()
def doctor(catalogue: CatalogueOption = None) -> None:
    """Say what is installed, which model and catalogue will be used, and how to mend what is wrong."""
    from matinee.ui.doctor import run

    raise typer.Exit(run(catalogue=catalogue))


SourceOption = Annotated[
    str,
    typer.Option(
        "--source", metavar="KIND", help="starter, streaming-csv, movielens, imdb, tmdb, jsonl, json, csv or parquet."
    ),
]
MapOption = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="KEY=COLUMN", help="For csv, json, parquet: the column that holds a title's key."),
]
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="A catalogue.")]


@index_app.command("build")
def index_build(
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The catalogue's folder; replaced when complete.")],
    paths: Annotated[list[Path] | None, typer.Argument(help="The source's files; none for the starter.")] = None,
    source: SourceOption = "jsonl",
    columns: MapOption = None,
    force: Annotated[bool, typer.Option("--force", help="Build anew even if nothing has changed.")] = False,
) -> None:
    """Build a catalogue from a source. The old one stays in place until the new one is complete.

    Titles that several files list become one. A build that was interrupted goes on where it stopped.

    Examples:  matinee index build --source streaming-csv netflix_titles.csv hulu_titles.csv --to mine  ·
    matinee index build --source csv films.csv --map title=Name --map year=Released --to mine
    """
    from matinee.ui.index import build

    build(source, paths or [], to, columns=columns or [], force=force)


@index_app.command("add")
def index_add(
    directory: FolderArgument,
    paths: Annotated[list[Path], typer.Argument(help="The source's files.")],
    source: SourceOption = "jsonl",
    columns: MapOption = None,
) -> None:
    """Add the titles of more files, merged with those that are there."""
    from matinee.ui.index import add

    add(directory, source, paths, columns=columns or [])


@index_app.command("remove")
def index_remove(
    directory: FolderArgument,
    titles: Annotated[list[str], typer.Argument(help="Ids, or names with their year: “Dark (2017)”.")],
) -> None:
    """Take titles out."""
    from matinee.ui.index import remove

    remove(directory, titles)


@index_app.command("verify")
def index_verify(directory: FolderArgument) -> None:
    """Check that a catalogue is sound: every record, every vector, and searches for some of its titles."""
    from matinee.ui.index import verify

    raise typer.Exit(verify(directory))


@index_app.command("learn")
def index_learn(
    directory: FolderArgument,
    ratings: Annotated[Path, typer.Option("--ratings", metavar="FILE", help="Ratings as MovieLens writes them (CSV).")],
    movies: Annotated[
        Path | None, typer.Option("--movies", metavar="FILE", help="The films they are of; else movies.csv beside it.")
    ] = None,
) -> None:
    """Learn from people's ratings what is liked together; it becomes a reason for picks."""
    from matinee.ui.index import learn

    learn(directory, ratings, movies)


@index_app.command("info")
def index_info(
    directory: Annotated[Path | None, typer.Argument(metavar="DIR", help="A catalogue; else the starter.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say what a catalogue holds and what built it."""
    from matinee.ui.index import info

    info(directory, as_json=as_json)


@eval_app.command("tone")
def eval_tone(
    soft_attributes: Annotated[
        Path | None,
        typer.Option("--soft-attributes", metavar="FILE", help="Judgements of the SoftAttributes data set (CSV)."),
    ] = None,
    predicted: Annotated[bool, typer.Option("--predicted", help="With a file: only by predicted tones.")] = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Without a file: write the calibration plot (SVG).")
    ] = None,
    catalogue: CatalogueOption = None,
) -> None:
    """Measure the tones: predictions against the authored ones or, with a file, traits against people's judgements."""
    from matinee.ui.eval import tone

    tone(soft_attributes, catalogue=catalogue, predicted=predicted, plot=plot)


@eval_app.command("steer")
def eval_steer(
    cases: Annotated[
        Path | None, typer.Option("--cases", metavar="FILE", help="JSON Lines of cases; else the project's own.")
    ] = None,
    catalogue: CatalogueOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure the steering: do the picks exist, leave out the anchor, go where asked, and keep the theme?"""
    from matinee.ui.eval import steer

    steer(cases, catalogue=catalogue, as_json=as_json)


def main() -> None:
    """The `matinee` program: exit code 0 done, 1 a named failure with one line on stderr, 2 wrong usage."""
    try:
        app()
    except MatineeError as error:
        print(f"matinee: {' '.join(str(error).split())}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # the reader went away (`| head`): nothing is wrong
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # a fault of ours: the user gets one line, we get the details
        from matinee.ui.crash import keep_details

        print(f"matinee: a fault in Matinee itself ({keep_details(error)}); what was stored is safe.", file=sys.stderr)
        sys.exit(1)
