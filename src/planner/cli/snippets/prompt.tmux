# planner: what is due, at the right of the status line. It is asked once a minute.
set -g status-interval 60
set -g status-right-length 80
set -ga status-right ' #(command -v @PROGRAM@ >/dev/null 2>&1 && @PLANNER@ due --short 2>/dev/null </dev/null)'
