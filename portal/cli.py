"""The `surety` command: names and one line of help here, everything heavy imported only when a command runs."""

import importlib
import sys

import click

# command -> (module:object, one line of help); the module is imported only when its command runs
_COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("portal.sample.commands:demo", "Run the sample programme in a fresh data folder."),
    "serve": ("portal.serving:serve", "Serve the portal and work jobs off."),
    "work": ("portal.serving:work", "Work jobs off, as a process of its own."),
    "migrate": ("portal.serving:migrate", "Bring the database up to date."),
    "person": ("portal.people.commands:person", "Add people."),
    "token": ("portal.people.commands:token", "Make API tokens."),
    "vendor": ("portal.vendors.commands:vendor", "Add vendors."),
    "evidence": ("portal.evidence.commands:evidence", "Take evidence in."),
    "ask": ("portal.assistant.commands:ask", "Ask the assistant about a vendor's evidence."),
    "verify": ("portal.evidence.commands:verify", "Check one claim against a vendor's evidence."),
    "questionnaire": ("portal.assessments.commands:questionnaire", "Import, export and list questionnaires."),
    "standard": ("portal.programme.commands:standard", "Take OSCAL catalogs in as requirements."),
    "oscal": ("portal.oscal.commands:oscal", "Write assessment results and plans of action in OSCAL."),
    "rating": ("portal.ratings.commands:rating", "Draft, show and replay ratings."),
    "check": (
        "portal.procurement.commands:check",
        "May we sign? Exit 0 allowed, 3 with conditions, 4 blocked or expired.",
    ),
    "evaluate": ("portal.evaluating:evaluate", "Run the golden sets and print the error rates."),
    "feedback": (
        "portal.assistant.feedback.commands:feedback",
        "Export feedback and reviewers' decisions as sets, and check a set again.",
    ),
    "learn": (
        "portal.review.learning.commands:learn",
        "Learn from reviewers' decisions what words do, take it, or forget it.",
    ),
    "reindex": ("portal.serving:reindex", "Build the vector index again from the database."),
    "audit": ("portal.serving:audit", "Verify the audit log."),
}


class _Lazy(click.Group):
    """A group that imports a command's module only when the command is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="surety", prog_name="surety")
def cli() -> None:
    """Surety: third-party vendor risk, with the page for every claim."""


def main() -> None:
    """Run the command; an error of ours is one sentence on standard error and exit 1."""
    try:
        code = cli.main(standalone_mode=False)
        if isinstance(code, int):  # click returns the code of a command that ends by ctx.exit
            sys.exit(code)
    except click.exceptions.Exit as stopped:
        sys.exit(stopped.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except Exception as error:
        if not _ours(error):
            raise
        click.echo(f"surety: {error}", err=True)
        sys.exit(1)


def _ours(error: Exception) -> bool:
    if isinstance(error, OSError):
        return True
    packages = {cls.__module__.partition(".")[0] for cls in type(error).__mro__}
    return bool(packages & {"portal", "knowledge", "questionnaires"})


if __name__ == "__main__":
    main()
