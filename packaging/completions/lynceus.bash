# bash completion for lynceus. The program itself completes commands, options and stored names.

_lynceus()
{
    # Bash splits words at "=" and ":", but the program needs whole words.
    local line=${COMP_LINE:0:COMP_POINT} words current answer directive
    read -ra words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    current=${words[${#words[@]} - 1]}

    mapfile -t answer < <(lynceus __complete "${words[@]:1}" 2>/dev/null)
    if [[ ${answer[0]-} == :files ]]; then
        directive=files
        answer=("${answer[@]:1}")
    fi
    answer=("${answer[@]%%$'\t'*}")

    # Bash replaces only the text after the last "=" or ":".
    local kept=${current%"${current##*[=:]}"}
    COMPREPLY=("${answer[@]#"$kept"}")
    if [[ $directive == files ]]; then
        local names
        mapfile -t names < <(compgen -f -- "${current#"$kept"}")
        COMPREPLY+=("${names[@]}")
        compopt -o filenames
    fi
}

complete -F _lynceus lynceus
