"""Where the installed program begins: children of its own are told apart first, then the command line decides as in a checkout."""

import multiprocessing

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child that was spawned or forked from a server ends in here
    from console.__main__ import main  # after the line above: a child must not pay for the whole console

    raise SystemExit(main())
