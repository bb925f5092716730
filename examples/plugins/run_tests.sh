#!/usr/bin/env bash
# Builds the library and each plugin here as a wheel, installs them in a fresh environment, and runs each plugin's own
# tests, types and lint there; then what holds of all of them together. Leaves nothing behind in the work tree.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo=$(cd "$here/../.." && pwd)
export PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
unset VIRTUAL_ENV PYTHONPATH PYTHONHOME

temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

plugins=(beijing fujian cells)
python3 -m venv "$temp/venv"
python=$temp/venv/bin/python

# Copies, so that a build leaves nothing in the folders.
for name in "${plugins[@]}"; do
    cp -R "$here/govdisclose-$name" "$temp/"
done
"$python" -m pip wheel -q --no-deps --wheel-dir "$temp/wheels" "$repo" "$temp"/govdisclose-*
"$python" -m pip install -q "$(echo "$temp"/wheels/govdisclose-[0-9]*.whl)[test]"

echo '--- the tutorials, with only the wheel'
(
    cd "$repo"
    GOVDISCLOSE_TUTORIAL_INSTALL=1 "$python" -m pytest -q -p no:cacheprovider tests/docs/test_docs_tutorials.py
)
"$python" -m pip uninstall -q -y govdisclose-fujian-2011 govdisclose-fods

echo '--- without plugins'
(cd "$repo" && "$python" "$here/snapshot.py" >"$temp/before.json")

"$python" -m pip install -q --no-index --no-deps "$temp"/wheels/govdisclose_*.whl
"$python" -m pip install -q --find-links "$temp/wheels" "govdisclose-"{beijing,fujian,cells}"[dev]"

for name in "${plugins[@]}"; do
    echo "--- govdisclose-$name"
    (
        cd "$temp/govdisclose-$name"
        rm -rf src/*.egg-info
        "$python" -m pytest -q -p no:cacheprovider
        "$python" -m mypy --no-error-summary --cache-dir "$temp/mypy"
        "$python" -m ruff check -q --no-cache .
        "$python" -m ruff format -q --no-cache --check .
    )
done

echo '--- with plugins'
(cd "$repo" && "$python" "$here/snapshot.py" >"$temp/after.json")
diff "$temp/before.json" "$temp/after.json"
"$python" "$here/check_installed.py"
"$temp/venv/bin/govdisclose" plugins
