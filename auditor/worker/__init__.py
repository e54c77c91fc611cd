"""Work on files that may never end, in a process that can be ended.

A file that runs away can only be stopped from outside: no signal reaches Python while lxml or PDFium works,
and what a thread does can't be taken back.  So the command line hands every file to one worker process, which
is started when the first file comes, kept for all further ones, and killed and replaced when a file exceeds
its seconds or its memory or brings the process down.

The worker also lays out the result (text, JSON, page), because a runaway report is as much work there.  What
comes back over the pipe is finished text of a few kilobytes, not the audit: the command itself then needs to
import neither readers nor rules nor outputs, and what is printed is by construction what the same code prints
in one process.

    messages   what goes to the worker and what comes back
    work       one job done: in the worker
    serving    the worker's loop, its bounds on memory and time
    starting   a process started: by fork where that is safe (2 ms), else by a second interpreter
    client     the command line's side: hand over, wait, kill, replace
"""
