"""Make the PET-CT models anew, by one command: `PYTHONPATH=. python -m assets.recipes.petct --work DIR`.

Needs the extra `train` (packaging/requirements-train.txt). Simulates and cuts the patients, trains what is not trained yet, writes the ONNX
files with their manifest and reference answers, and evaluates them on specimens that nothing was trained on. Every step goes on where it was
interrupted. A GPU is used where there is one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

MODELS = Path(__file__).resolve().parents[2] / "models"
STEPS = ("simulate", "train", "transfer", "export", "evaluate")


def main() -> None:
    """The steps in order, or those that are named."""
    parser = argparse.ArgumentParser(prog="python -m assets.recipes.petct", description="Make the PET-CT models anew.")
    parser.add_argument("steps", nargs="*", default=STEPS, help=", ".join(STEPS))
    parser.add_argument("--work", type=Path, required=True, help="folder for crops and checkpoints, about 2 GB")
    parser.add_argument("--models", type=Path, default=MODELS, help="where ONNX files and manifest go")
    parser.add_argument("--jobs", type=int, default=1, help="processes that simulate")
    parser.add_argument("--specimens", type=int, default=100, help="specimens of each generator in the evaluation")
    chosen = parser.parse_args()
    cache, members = chosen.work / "crops", chosen.work / "members"
    # Each step imports what it needs: evaluating needs no PyTorch.
    if "simulate" in chosen.steps:
        from assets.recipes.petct.patients import fill  # noqa: PLC0415

        fill(cache, chosen.jobs)
    if "train" in chosen.steps:
        from assets.recipes.petct.train import train  # noqa: PLC0415

        train(cache, members)
    if "transfer" in chosen.steps:
        from assets.recipes.petct.train import transfer  # noqa: PLC0415

        transfer(cache, members)
    if "export" in chosen.steps:
        from assets.recipes.petct.publish import publish  # noqa: PLC0415

        publish(cache, members, chosen.models)
    if "evaluate" in chosen.steps:
        from assets.recipes.petct.evaluate import evaluate  # noqa: PLC0415

        evaluate(chosen.models, chosen.work / "evaluation", chosen.specimens, chosen.jobs)


if __name__ == "__main__":
    main()
