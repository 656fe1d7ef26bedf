# shellcheck shell=bash
# Steps that run.sh and test.sh share. Sourced, never run: the caller has set -euo pipefail and stands in the repository's root.

# shellcheck disable=SC2034
app=artifacts/web # the published program, started by run.sh and by the browser tests

say() { printf '== %s\n' "$*" >&2; }

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

# install PACKAGE...: with apt when root or with a password-free sudo, otherwise the command for a person, and the end.
install() {
    local as_root=() command="apt-get update && apt-get install -y --no-install-recommends $*"
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo)
        if ! command -v sudo >/dev/null; then
            stop "Missing: $*. Please run this with root's password, then start again:
    su -c '$command'"
        fi
        sudo -n true 2>/dev/null || stop "Missing: $*. Please run, then start again:
    sudo sh -c '$command'"
    fi
    command -v apt-get >/dev/null || stop "Missing: $*. This machine has no apt-get; please install them by its own means."
    say "Installing: $*"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >&2
}

# need COMMAND=PACKAGE...: installs the packages of those commands that are not there.
need() {
    local pair missing=()
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null || [[ " ${missing[*]} " == *" ${pair#*=} "* ]] || missing+=("${pair#*=}")
    done
    [ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
}

# A font with Chinese characters: for the notice on AI-generated films (see NoticeFont), and for test browsers.
need_font() {
    local font
    for font in opentype/noto/NotoSansCJK-Regular.ttc truetype/wqy/wqy-microhei.ttc truetype/wqy/wqy-zenhei.ttc truetype/droid/DroidSansFallbackFull.ttf; do
        [ ! -e "/usr/share/fonts/$font" ] || return 0
    done
    install fonts-noto-cjk
}

# What the program itself needs, on the machine that builds and runs it.
need_tools() {
    command -v dotnet >/dev/null || stop "Missing: the .NET 10 SDK (https://dotnet.microsoft.com/download/dotnet/10.0)."
    need ffmpeg=ffmpeg ffprobe=ffmpeg bwrap=bubblewrap prlimit=util-linux node=nodejs npm=npm
    need_font
    local major
    major=$(node -p 'process.versions.node.split(".")[0]')
    [ "$major" -ge 18 ] || stop "Node $major is too old: version 18 or newer is needed (https://nodejs.org)."
}
