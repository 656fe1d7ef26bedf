#!/usr/bin/env bash
# Builds the portal if anything changed and runs it: one process, SQLite, files and mails in a folder.
set -euo pipefail
from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=infra/steps.sh
source infra/steps.sh

usage() {
    cat <<TXT
bash infra/run.sh [--demo] [--port N] [--data DIR]

  --demo      fills a demo newsroom: people with printed passwords, pieces in every state
  --port N    the port on 127.0.0.1 (5080)
  --data DIR  the folder of everything that must be kept (data)
TXT
}

port=5080 data=data demo=()
while [ $# -gt 0 ]; do
    case $1 in
        --demo) demo=(--Demo=true) ;;
        --port) port=${2:?--port needs a number}; shift ;;
        --data) data=${2:?--data needs a folder}; [[ $data == /* ]] || data=$from/$data; shift ;; # seen from where it was typed
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done
[[ $port =~ ^[0-9]+$ ]] || stop "--port needs a number, not '$port'."

# One line over path, size and time of every source: removed files change it too.
fingerprint() {
    find src Directory.Build.props Directory.Packages.props global.json \
        \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -printf '%p %s %T@\n' |
        sort | sha256sum
}

! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || stop "Port $port is taken by another program; choose one with --port."
need_tools
now=$(fingerprint)
if [ "$now" != "$(cat artifacts/web.built-from 2>/dev/null)" ]; then
    say "Building ..."
    rm -rf "$app" artifacts/web.built-from
    dotnet publish src/Zhizhuxia.Web -c Release -o "$app" --nologo -v quiet </dev/null >&2
    printf '%s\n' "$now" >artifacts/web.built-from
fi

mkdir -p "$data"
data=$(cd "$data" && pwd)
cd "$app"
# exec: Ctrl-C and SIGTERM reach the program itself, which stops in order. It migrates its database at start.
exec dotnet Zhizhuxia.Web.dll --urls "http://127.0.0.1:$port" "--Storage:Root=$data" "--Mail:PublicAddress=http://127.0.0.1:$port" "${demo[@]}"
