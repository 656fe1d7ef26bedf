#!/usr/bin/env bash
# Everything that must hold before a commit counts: locked restore, build without warnings, format, unit, functional and
# browser tests. Ends with one line "N passed, N failed" over all suites; fails when one fails or when no test ran.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=infra/steps.sh
source infra/steps.sh

passed=0 failed=0 skipped=0
results=artifacts/tests

total() {
    local status=$?
    [ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1 # a step before the tests broke
    [ $((passed + failed)) -gt 0 ] || status=1             # no test ran
    [ "$failed" -eq 0 ] || status=1
    local line="$passed passed, $failed failed"
    [ "$skipped" -eq 0 ] || line+=", $skipped skipped"
    printf '%s\n' "$line"
    exit "$status"
}
trap total EXIT

# check NAME COMMAND...: a step whose failure counts as one, without hiding what the tests say.
check() {
    local name=$1
    shift
    say "$name"
    "$@" </dev/null || { failed=$((failed + 1)); say "FAILED: $name"; }
}

# sum ATTRIBUTE FILE: that attribute of the suite's <assembly> element.
sum() { grep -o "<assembly [^>]*" "$2" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' || echo 0; }

# suite NAME TIME [FILTER...]: runs one test program; its own output shows the failing tests with their details.
suite() {
    local name=Zhizhuxia.$1 report=$results/$1${TEST_DATABASE:-}.xml status=0 time=$2
    say "$1${TEST_DATABASE:+ on $TEST_DATABASE}"
    shift 2
    timeout --kill-after=30s "$time" "tests/$name/bin/Release/net10.0/$name" \
        -noLogo -noColor -longRunning 60 -ignoreFailures -xml "$report" "$@" </dev/null || status=$?
    if [ "$status" -ne 0 ] || [ ! -s "$report" ]; then
        say "FAILED: $name ended with status $status before it could report"
        failed=$((failed + 1))
        return
    fi
    passed=$((passed + $(sum passed "$report")))
    failed=$((failed + $(sum failed "$report") + $(sum errors "$report")))
    skipped=$((skipped + $(sum skipped "$report")))
}

# drills: the short form of every drill; its last line counts as a suite's report does.
drills() {
    local report=$results/Drills.txt line
    say "Drills"
    timeout --kill-after=30s 20m tests/Zhizhuxia.Drills/bin/Release/net10.0/Zhizhuxia.Drills all </dev/null 2>&1 | tee "$report" || true
    line=$(tail -n 1 "$report")
    if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
        passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2])) skipped=$((skipped + BASH_REMATCH[3]))
    else
        say "FAILED: the drills ended before they could report"
        failed=$((failed + 1))
    fi
}

need_tools
need chromium=chromium exiftool=libimage-exiftool-perl aiosmtpd=python3-aiosmtpd doveadm=dovecot-imapd systemd-analyze=systemd
[ -x /usr/sbin/nginx ] || install nginx-light
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install postgresql
[ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ] || install fontconfig fonts-noto-cjk

# The emulator of the object store, from npm; only where it is not yet what the lock file says.
azurite=tests/azurite
if ! cmp -s "$azurite/package-lock.json" "$azurite/node_modules/.installed-from"; then
    say "Installing: azurite"
    npm --prefix "$azurite" ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2
    cp "$azurite/package-lock.json" "$azurite/node_modules/.installed-from"
fi

rm -rf "$results" "$app" artifacts/web.built-from
mkdir -p "$results"
say "Build"
dotnet restore --locked-mode </dev/null
dotnet build -c Release --no-restore -warnaserror --nologo </dev/null
dotnet publish src/Zhizhuxia.Web -c Release --no-build -o "$app" --nologo -v quiet </dev/null

check "Format" dotnet format --no-restore --verify-no-changes
suite UnitTests 5m
suite FunctionalTests 60m
# Once more all that may differ there: what has the trait opens no database, or asks for one of its own and has just been on it.
TEST_DATABASE=Postgres suite FunctionalTests 40m -trait- 'Database=*'
drills
suite BrowserTests 30m
