# fish completion for lynceus. The program itself completes commands, options and stored names.

function __lynceus_complete
    set -l words (commandline --tokenize --cut-at-cursor --current-process) (commandline --current-token --cut-at-cursor)
    for line in (lynceus __complete $words[2..-1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline --current-token --cut-at-cursor)
        else
            echo -- $line
        end
    end
end

complete -c lynceus -f -a '(__lynceus_complete)'
