# planner: what is due, before the prompt. It is asked once a minute at the most.
if command -v @PROGRAM@ >/dev/null 2>&1; then
    typeset -gi __planner_again=0
    __planner_due() {
        local kept=$?
        if (( SECONDS >= __planner_again )); then
            __planner_again=$(( SECONDS + 60 ))
            psvar[9]=$(command @PLANNER@ due --short 2>/dev/null </dev/null)
        fi
        return kept
    }
    autoload -Uz add-zsh-hook
    add-zsh-hook precmd __planner_due
    [[ $PROMPT == *%9v* ]] || PROMPT='%(9V.[%9v] .)'$PROMPT
fi
