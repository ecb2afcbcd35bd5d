# Every task is in make.py, so that Windows has the same: `py -3.11 make.py run`.
PYTHON ?= python3
TASKS = run test check bench screenshots endurance package lock

.PHONY: $(TASKS)
$(TASKS):
	@$(PYTHON) make.py $@
