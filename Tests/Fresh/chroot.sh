# Bare Debians and Ubuntus to try things in; sourced by scripts. Needs root and debootstrap.

# chroot_make FOLDER [SUITE]: a bare Debian, or Ubuntu where the suite is one of its (noble). A copy of the first one is kept
# in $CHROOT_CACHE, when that names a folder.
chroot_make() {
  local suite=${2:-bookworm} kept=${CHROOT_CACHE:-}
  if [ -n "$kept" ] && [ -d "$kept/$suite" ]; then
    cp -a "$kept/$suite" "$1"
  else
    local mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian} script=$suite options=(--variant=minbase)
    case $suite in noble | plucky | questing)
      mirror=${UBUNTU_MIRROR:-http://archive.ubuntu.com/ubuntu} script=gutsy
      options+=(--components=main,universe)
      # Debian has no keys of Ubuntu.
      if [ -f /usr/share/keyrings/ubuntu-archive-keyring.gpg ]; then
        options+=(--keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg)
      else
        echo "no keys of Ubuntu here: its packages are taken unchecked" >&2
        options+=(--no-check-gpg)
      fi
    esac
    debootstrap "${options[@]}" "$suite" "$1" "$mirror" "/usr/share/debootstrap/scripts/$script" >"$1.log" 2>&1 || { tail -n 5 "$1.log" >&2; return 1; }
    if [ -n "$kept" ]; then mkdir -p "$kept" && cp -a "$1" "$kept/$suite"; fi
  fi
  cp -L /etc/resolv.conf "$1/etc/resolv.conf"
  # Authorities that this machine trusts besides Debian's, for machines behind a proxy.
  [ ! -f /etc/ssl/certs/ca-certificates.crt ] || install -D -m 644 /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/ca-certificates.crt"
  mount -t proc proc "$1/proc"
  chroot_run "$1" apt-get update -qq
}

# chroot_run FOLDER COMMAND…: a command inside, with a plain environment.
chroot_run() {
  local root=$1
  shift
  env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}

# chroot_remove FOLDER: ends what is mounted below and removes the folder, unless something is still mounted there.
chroot_remove() {
  grep -F " $1/" /proc/mounts | cut -d' ' -f2 | sort -r | while read -r place; do umount "$place" || umount -l "$place"; done
  ! grep -qF " $1/" /proc/mounts && rm -rf --one-file-system "$1"
}
