# What tools/run and tools/test share: the language they speak, the toolchain, the packages.
# Sourced, never run. Whoever sources it has set -euo pipefail.

# What Package.swift's tools version and the #embed in schema/embed.c need.
readonly swift_needed=6.1
# EX_USAGE, EX_UNAVAILABLE and EX_CANTCREAT of sysexits.h.
readonly exit_usage=64 exit_unavailable=69 exit_cannot_create=73

language=${STELE_LANG:-zh}

# say CHINESE ENGLISH: the sentence in the language spoken.
say() {
    if [[ $language == en ]]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

# fail STATUS CHINESE ENGLISH: one sentence on standard error, and out.
fail() {
    say "$2" "$3" >&2
    exit "$1"
}

set_language() {
    case $1 in
        zh | en) language=$1 ;;
        *)
            fail "$exit_usage" \
                "不认识语言 $1；请用 --lang zh 或 --lang en。" \
                "$1 is not a language spoken here; use --lang zh or --lang en."
            ;;
    esac
}

require_swift() {
    local banner='' major minor
    if command -v swift >/dev/null; then banner=$(swift --version 2>/dev/null || true); fi
    if [[ ! $banner =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]]; then
        fail "$exit_unavailable" \
            "这台机器上没有 Swift：请从 https://www.swift.org/install/linux/ 安装 Swift $swift_needed 或更新版本，再运行一次。" \
            "There is no Swift on this machine: install Swift $swift_needed or newer from https://www.swift.org/install/linux/ and run this again."
    fi
    major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
    if ((major < ${swift_needed%.*} || (major == ${swift_needed%.*} && minor < ${swift_needed#*.}))); then
        fail "$exit_unavailable" \
            "这台机器上的 Swift 是 $major.$minor，太旧：请从 https://www.swift.org/install/linux/ 安装 Swift $swift_needed 或更新版本，再运行一次。" \
            "The Swift on this machine is $major.$minor, too old: install Swift $swift_needed or newer from https://www.swift.org/install/linux/ and run this again."
    fi
}

# install_packages PACKAGE…: those of Debian's or Ubuntu's packages that are missing.
install_packages() {
    local missing=() package
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        fail "$exit_unavailable" \
            "这里没有 apt-get：请自行安装 SQLite 与 OpenSSL 的开发文件（Debian 上为 $*），或改用 Debian、Ubuntu。" \
            "There is no apt-get here: this needs Debian or Ubuntu with the packages $*."
    fi
    for package in "$@"; do
        if ! dpkg-query --show --showformat '${Status}' "$package" 2>/dev/null |
            grep -q 'install ok installed'; then
            missing+=("$package")
        fi
    done
    if ((${#missing[@]} == 0)); then return; fi

    local as_root=()
    if ((EUID != 0)); then as_root=(sudo); fi
    say "正在安装 ${missing[*]} …" "Installing ${missing[*]} …"
    if ! { "${as_root[@]}" apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq \
            --no-install-recommends "${missing[@]}"; } >/dev/null; then
        fail "$exit_unavailable" \
            "没能安装 ${missing[*]}：请以管理员身份运行 apt-get install ${missing[*]}，再运行一次。" \
            "Could not install ${missing[*]}: run apt-get install ${missing[*]} as an administrator, then run this again."
    fi
}
