# Builds the program and its installer on a Windows runner: Python 3.11 from python.org and NSIS 3 must be on the path.
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Set RIMLIGHT_RELEASE_KEY to the maker's key file, and RIMLIGHT_SIGN to a command that takes a file and signs it (signtool …), for a release.
$ErrorActionPreference = "Stop"
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
Set-Location $root

function Invoke-Checked { $program, $rest = $args; & $program @rest; if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" } }
# Windows programs return at once to PowerShell, and installers say only by their status that something went wrong.
function Wait-Program($program, $words) { $done = Start-Process -Wait -PassThru $program $words; if ($done.ExitCode -ne 0) { throw "$program ended with $($done.ExitCode)" } }

Invoke-Checked py "-3.11" -m venv .venv
$python = "$root\.venv\Scripts\python.exe"
Invoke-Checked $python -m pip install --quiet --require-hashes -r packaging\requirements-dev.txt
$site = & $python -c "import sysconfig; print(sysconfig.get_path('purelib'))"
Set-Content -Path "$site\rimlight-checkout.pth" -Value "$root" -Encoding ascii

Invoke-Checked $python packaging\freeze.py
$tree = "$root\build\package\tree\rimlight"
$version = & $python -c "import sys; sys.path.insert(0, 'packaging'); import project; print(project.version())"
$publisher = & $python -c "import sys; sys.path.insert(0, 'packaging'); import project; print(project.project().publisher)"

# The program as it will be installed, before it is packed: its own self-test and the whole demo case.
Invoke-Checked "$tree\rimlight.exe" check --home "$env:TEMP\rimlight-check"
Invoke-Checked "$tree\rimlight.exe" demo --out "$env:TEMP\rimlight-demo"

if ($env:RIMLIGHT_SIGN) { foreach ($program in "rimlight.exe", "rimlight-window.exe") { Invoke-Checked cmd /c "$env:RIMLIGHT_SIGN `"$tree\$program`"" } ; Invoke-Checked $python packaging\freeze.py --again }
New-Item -ItemType Directory -Force dist | Out-Null
Invoke-Checked makensis /V2 "-DVERSION=$version" "-DPUBLISHER=$publisher" "-DTREE=$tree" "-DICON=$root\build\package\rimlight.ico" "-DLICENCE=$root\LICENSE" "-DOUT=$root\dist\rimlight-$version-setup.exe" packaging\windows\rimlight.nsi
if ($env:RIMLIGHT_SIGN) { Invoke-Checked cmd /c "$env:RIMLIGHT_SIGN `"$root\dist\rimlight-$version-setup.exe`"" }
Invoke-Checked $python packaging\signing.py $tree $version "dist\rimlight-$version-win32.update"

# Install silently, test what was installed, remove it; the data folder must stay.
Wait-Program "$root\dist\rimlight-$version-setup.exe" "/S"
$installed = "$env:ProgramFiles\Rimlight\current\rimlight.exe"
Invoke-Checked $installed check --home "$env:TEMP\rimlight-installed"
Wait-Program "$root\dist\rimlight-$version-setup.exe" "/S" # over itself: an upgrade in place
Invoke-Checked $installed demo --out "$env:TEMP\rimlight-installed-demo"
Wait-Program "$env:ProgramFiles\Rimlight\uninstall.exe" "/S _?=$env:ProgramFiles\Rimlight"
if (Test-Path $installed) { throw "The program is still there." }
if (-not (Test-Path "$env:ProgramData\Rimlight")) { throw "The data folder is gone." }
