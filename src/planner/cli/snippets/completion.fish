# planner: completion for fish
function __planner_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l found (command planner completion fish -- $words[2..-1] "$current" 2>/dev/null </dev/null)
    if test (count $found) -gt 0
        printf '%s\t%s\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c planner -f -a '(__planner_complete)'
