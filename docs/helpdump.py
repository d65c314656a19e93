"""What the parser says of the program (`cartopole --experimental-dump-help`), for the pages that are written from it."""
import collections


def commands(command, words=()):
    """Every command below a command, with the words that call it."""
    words = (*words, command["commandName"])
    yield words, command
    for below in subcommands(command):
        yield from commands(below, words)


def subcommands(command):
    return [below for below in command.get("subcommands", []) if below["commandName"] != "help"]


def names(argument):
    """« -o, --output »; short names first."""
    known = sorted(argument["names"], key=lambda name: name["kind"] != "short")
    return [("--" if name["kind"] == "long" else "-") + name["name"] for name in known]


def sections(command):
    """Arguments of a command under the titles of their groups, those of every command left out."""
    found = collections.OrderedDict()
    for argument in command.get("arguments", []):
        words = {name["name"] for name in argument.get("names", [])}
        if argument["shouldDisplay"] and not words & {"help", "version", "lang", "quiet"}:
            found.setdefault(argument.get("sectionTitle"), []).append(argument)
    return found
