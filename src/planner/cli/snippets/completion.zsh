#compdef planner
# planner: completion for zsh
_planner() {
    local word about
    local -a values shown
    while IFS= read -r word && IFS= read -r about; do
        values+=("$word")
        shown+=("$word${about:+  -- $about}")
    done < <(command planner completion zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null </dev/null)
    if (( $#values )); then
        compadd -l -d shown -a values
    else
        _files
    fi
}
if [[ ${funcstack[1]-} == _planner ]]; then
    _planner "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
    compdef _planner planner
fi
