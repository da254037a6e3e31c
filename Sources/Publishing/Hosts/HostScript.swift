/// What runs at a host: a shell that is asked line by line, and answers with lines that begin with
/// `+` and then one that is `ok`, or `no` and a reason.
///
/// One connection does all but the transfer, so the lock, which the host's kernel keeps for that
/// shell, is held for exactly as long as there is somebody to ask. A request whose line was cut off
/// is not obeyed. The text holds no apostrophe, since it travels within two.
enum HostScript {
  /// What the first line is, behind which nothing is a greeting of the host's.
  static let greeting = "dossier 1"

  /// A word as it is written for a shell.
  static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// The command that starts it for the folder `root`.
  static func command(root: String) -> String {
    ["sh", "-c", text, "sh", root].map(quoted).joined(separator: " ")
  }

  static let text = """
    umask 022
    LC_ALL=C
    export LC_ALL
    root=$1
    here=
    no() { printf "no %s\\n" "$*" | tr "\\n" " "; echo; }
    ok() { echo ok; }
    try() { said=$("$@" 2>&1 </dev/null) || { no "$said"; return 1; }; }
    enter() { [ "$here" ] || { cd "$root" 2>/dev/null && here=yes; }; }
    discard() { rm -rf "$@" 2>/dev/null || { sleep 1; rm -rf "$@"; }; }
    check() {
      cd "$1/site" || return
      { sha256sum -c ../SHA256SUMS 2>&1; echo "status $?"; } | grep -v ": OK$" | sed "s/^/+/"
      echo "+count $(find . ! -type d | wc -l) $(wc -l <../SHA256SUMS)"
    }

    echo "dossier 1"
    while read -r verb name rest; do
      case $verb in
        needs)
          missing=
          for tool in $name $rest; do
            command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
          done
          if [ "$missing" ]; then no "missing$missing"; else ok; fi ;;
        releases)
          if enter; then
            if [ -h current ]; then
              echo "+current $(readlink current)"
            elif [ -e current ]; then
              echo "+blocked"
            fi
            for each in releases/*/manifest; do
              [ -f "$each" ] && echo "+release $(basename "$(dirname "$each")")"
            done
          fi
          ok ;;
        manifest)
          if enter && [ -f "releases/$name/manifest" ]; then
            sed "s/^/+/" "releases/$name/manifest"
          fi
          ok ;;
        check)
          if enter && [ -f "releases/$name/SHA256SUMS" ]; then
            (check "releases/$name")
            ok
          else
            no "$name has no list of sums"
          fi ;;
        sums)
          if enter; then
            for each in manifest SHA256SUMS; do
              echo "+$(sha256sum <"releases/$name/$each")"
            done
          fi
          ok ;;
        lock)
          enter || { try mkdir "$root" || continue; }
          enter || { no "$root cannot be entered"; continue; }
          ( : >>.dossier-lock ) 2>/dev/null || { no "nothing may be written in $root"; continue; }
          exec 9<>.dossier-lock
          if flock -n 9; then
            printf "%s\\n" "$name $rest, and process $$ there" >.dossier-lock
            ok
          else
            no "locked $(head -n 1 .dossier-lock)"
          fi ;;
        clear) discard releases/.incoming-* .current-* && ok || no "leftovers stay" ;;
        prepare) try mkdir -p "releases/.incoming-$name/site" && ok ;;
        accept)
          sync
          try mv "releases/.incoming-$name" "releases/$name" && ok ;;
        serve)
          try ln -s "releases/$name/site" ".current-$$" && try mv -fT ".current-$$" current && {
            sync
            ok
          } ;;
        remove)
          try mv "releases/$name" "releases/.incoming-$name" && {
            discard "releases/.incoming-$name" && ok || no "parts of it stay"
          } ;;
        *) no "what $verb means is not known" ;;
      esac
    done
    """
}
