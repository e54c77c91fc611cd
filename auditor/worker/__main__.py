"""``python -m auditor.worker``: a worker over standard input and output; only ``auditor`` itself starts it."""

from auditor.worker.serving import main

if __name__ == "__main__":
    main()
