# planner: what is due, before the prompt. It is asked once a minute at the most.
if command -v @PROGRAM@ >/dev/null 2>&1; then
    __planner_due() {
        local kept=$?
        if [ "$SECONDS" -ge "${__planner_again:-0}" ]; then
            __planner_again=$((SECONDS + 60))
            __planner_said=$(command @PLANNER@ due --short 2>/dev/null </dev/null)
        fi
        return "$kept"
    }
    case ${PROMPT_COMMAND-} in
        *__planner_due*) ;;
        *)
            PROMPT_COMMAND="__planner_due${PROMPT_COMMAND:+; $PROMPT_COMMAND}"
            PS1='${__planner_said:+[$__planner_said] }'${PS1-}
            ;;
    esac
fi
