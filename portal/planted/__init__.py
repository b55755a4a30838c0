"""Invented vendors whose evidence is made from structured truth: what is so, and on which page, is known before anybody reads.

**Phrase banks.** `seen/`, `kept/`, `fresh/` and `sealed/` hold one YAML file an area, by four authors. Rules were written by
`seen/`, and what went wrong in `kept/` was looked at since; what is in `fresh/` and `sealed/` nobody looks at while building, and
it is measured only when something is finished. A file has `area` (a word),
`headings` (titles a document may put above this area), `papers` (where its prose goes unless an entry says otherwise),
`filler` (sentences about this area that decide no question at all) and `questions`, by the reference of the core set:

    AC-05:
      answer: yes                     # yes or no, a choice, [choices], a number, a date (2026-03-12) or a text
      supported: [entries]            # each entry alone makes a careful reader come to this verdict
      excepted: [entries]             # supported_with_exception: it is so, and an exception was noted
      contradicted: [entries]
      silent: [entries]               # near misses: after reading them nothing is decided

An entry is one of these, with words as a vendor would write them, and {vendor} {service} {other} {sub} {host} {tester}
for the names of the company, the service bought, another service of it, a sub-processor, the host, the pentesters:

    - say: One or two sentences.                                  # a plain text is short for this
    - {lead: "These must pass:", items: [one, two], at: 2}        # a list; `at` counts from 1, the item that decides
    - {row: [Cell, Cell], head: [Name, Name], beside: [[..], [..]]}   # a row of a table among others
    - {label: Name, value: Text}                                  # a labelled value
    - {control: Text, test: Text, result: Text}                   # a row of an auditor's tests; `result` empty: clean

and may add `in` (papers: soc policy overview dpa pentest continuity suppliers), `quote` (the words that must be quoted
when not all of it), `answer` (another answer of the vendor, for this entry alone), `also` (verdicts that a careful
reader may come to as well), `touches` (other questions it decides, with the verdict: {AC-03: supported}; it is
planted only where they are planned so) and, for near misses, `why`: planned, sub_processor, customer, other_service,
scope (narrower or beside it), value (of something else), advised, past, near (same words, other matter).

Stale and out-of-scope truths need no entries: a supporting one is put into last year's report or one on another service.
A question may say `never: [silent, ...]` for truths that cannot be planted in it.
"""
