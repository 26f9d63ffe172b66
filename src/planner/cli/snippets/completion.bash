# planner: completion for bash
_planner() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        printf -v line '%q' "$line"
        COMPREPLY+=("$line")
    done < <(command planner completion bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null </dev/null)
}
complete -o default -F _planner planner
