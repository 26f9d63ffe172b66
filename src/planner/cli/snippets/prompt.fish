# planner: what is due, before the prompt. It is asked once a minute at the most.
if type -q @PROGRAM@; and functions -q fish_prompt; and not functions -q __planner_prompt
    functions --copy fish_prompt __planner_prompt
    set -g __planner_again 0
    set -g __planner_said
    function __planner_status
        return $argv[1]
    end
    function fish_prompt
        set -l kept $status
        set -l now (date +%s)
        if test $now -ge $__planner_again
            set __planner_again (math $now + 60)
            set __planner_said (command @PLANNER@ due --short 2>/dev/null </dev/null)
        end
        if test -n "$__planner_said"
            echo -n "[$__planner_said] "
        end
        __planner_status $kept
        __planner_prompt
    end
end
