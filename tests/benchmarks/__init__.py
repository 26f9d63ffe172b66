"""How quick the program is, measured from outside and beside what it is compared with:

    python -m tests.benchmarks                    everything, some twenty minutes
    python -m tests.benchmarks --only start       one measure, or several
    python -m tests.benchmarks --quick            fewer rounds, and only 10 and 1,000 interviews
    python -m tests.benchmarks --paced            the slow line in real time, not by arithmetic
    python -m tests.benchmarks --record           also 100,000 interviews, where the program's limit does not stand

It prints a table for each measure. A full run writes them to figures.md beside this file; any run writes them to the
file that `--to` names.

How to read it. Each figure is the median of its samples, then the lowest and the highest. Who is compared runs in the
same round, by turns first, so that a machine that is busy is so for both: the ratio is the median of the ratios round
by round, and says more than the milliseconds do; where processor time is told beside it, that is the steadier of the
two. `target` is the most that was asked for, as a multiple of the
reference (x) or in the figure's own unit; where it names both, either will do.

How to trust it. The program is started in a pseudo-terminal of 100 columns and 30 rows (80 and 24 where it says so)
that has 256 colours and knows no modes, with a home of its own, on a data file made by lot that is the same for the
same day. What is waited for is looked up in the screen that the bytes make, and the time is that of the write that made
it so; the screen is worked out when nothing comes. A measure whose program does something else than what was to be
measured fails instead of giving a figure. Nothing here runs with the tests, but for a look at the instruments
themselves.
"""
