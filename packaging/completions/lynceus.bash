# bash completion for lynceus

_lynceus()
{
    local current previous command options
    current=${COMP_WORDS[COMP_CWORD]}
    previous=${COMP_WORDS[COMP_CWORD - 1]}
    command=${COMP_WORDS[1]}

    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "wait apps status tree explain instances watch daemon serve tasks history deployments report follow versions doctor login logout record replay demo help --help --version" -- "$current")
        return
    fi

    if [[ $command == watch ]]; then
        if ((COMP_CWORD == 2)); then
            mapfile -t COMPREPLY < <(compgen -W "add list show extend repeat cancel share --help" -- "$current")
            return
        fi
        command="watch ${COMP_WORDS[2]}"
    fi
    if [[ $command == serve && COMP_CWORD -gt 2 && ${COMP_WORDS[2]} == token ]]; then
        command="serve token"
    fi

    if [[ $command == follow ]]; then
        if ((COMP_CWORD == 2)); then
            mapfile -t COMPREPLY < <(compgen -W "add list pause resume remove --help" -- "$current")
            return
        fi
        command="follow ${COMP_WORDS[2]}"
    fi

    case $previous in
        --auth-token-file | --bundle | --client-crt | --client-crt-key | --config | --deploy-token-file | --file | --jwt-secret-file | --server-crt | --tls-crt | --tls-key | --token-file | --write-crt)
            compopt -o default
            return
            ;;
        --health)
            mapfile -t COMPREPLY < <(compgen -W "Healthy Suspended Progressing Missing Degraded Unknown" -- "$current")
            return
            ;;
        --outcome)
            case $command in
                deployments | report) options="in-progress deployed failed timed-out superseded unknown" ;;
                *) options="deployed failed timed-out superseded aborted gone cancelled" ;;
            esac
            mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
            return
            ;;
        --actor)
            mapfile -t COMPREPLY < <(compgen -W "user automated image-updater applicationset rollback parameter-override" -- "$current")
            return
            ;;
        --proof)
            mapfile -t COMPREPLY < <(compgen -W "watched observed reconstructed" -- "$current")
            return
            ;;
        --state)
            mapfile -t COMPREPLY < <(compgen -W "deployed failed aborted cancelled" -- "$current")
            return
            ;;
        --notify)
            mapfile -t COMPREPLY < <(compgen -W "all problems nothing" -- "$current")
            return
            ;;
        --sync)
            mapfile -t COMPREPLY < <(compgen -W "Synced OutOfSync Unknown" -- "$current")
            return
            ;;
        --fault)
            mapfile -t COMPREPLY < <(compgen -W "refuse hang reset cut gzip-cut gzip-short reset-in-body bad-chunk half-head false-length truncate empty unauthorized unavailable html slow-bytes silence stall-tls bomb redirect" -- "$current")
            return
            ;;
        --by)
            [[ $command == versions ]] && mapfile -t COMPREPLY < <(compgen -W "instance namespace project label=" -- "$current")
            return
            ;;
        -o | --output)
            case $command in
                record)
                    compopt -o default
                    return
                    ;;
                wait | tasks) options="text json jsonl" ;;
                apps) options="text json jsonl csv" ;;
                history | deployments | versions) options="text json csv" ;;
                report) options="html markdown json csv" ;;
                *) options="text json" ;;
            esac
            mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
            return
            ;;
        --app | --app-namespace | --auth-token | --author | --bake | --base-path | --by | --chart-version | --database | --fail-after | --for | --header | --idle | --image | --image-grace | --instance | --label | --limit | --listen | --name | --note | --order | --pin | --port | --project | --proxy | --registry-proxy | --release | --replace | --request-timeout | --revision | --rule | --server | --since | --speed | --team-server | --text | --timeout | --until | --username | --via | -l)
            return
            ;;
    esac

    case $command in
        wait)
            options="--app --image --revision --chart-version --next --wait-for-app --project --app-namespace
                --registry-proxy --with-children --timeout --fail-after --image-grace --bake
                --accept-suspended --no-refresh --via --from-env --deploy-token-file --author --instance --server
                --auth-token-file --auth-token --server-crt --insecure --header --output --utc --help"
            ;;
        apps)
            options="--instance --name --project --health --sync --image --label --app-namespace --server --auth-token-file
                --auth-token --server-crt --insecure --header --request-timeout --output --help"
            ;;
        status)
            options="--project --app-namespace --server --auth-token-file --auth-token --server-crt --insecure --header --request-timeout
                --output --utc --help"
            ;;
        tree)
            options="--project --app-namespace --server --auth-token-file --auth-token --server-crt --insecure --header --request-timeout
                --output --utc --help"
            ;;
        explain)
            options="--image --project --app-namespace --registry-proxy --server --auth-token-file --auth-token
                --server-crt --insecure --header --request-timeout --output --utc --help"
            ;;
        "watch add")
            options="--app --image --revision --chart-version --next --wait-for-app --project --app-namespace
                --registry-proxy --with-children --timeout --fail-after --image-grace --bake
                --accept-suspended --no-refresh --release --note --request-timeout --output --help"
            ;;
        "watch list" | "watch show")
            options="--output --utc --help"
            ;;
        "watch extend")
            options="--by --help"
            ;;
        "watch repeat")
            options="--output --help"
            ;;
        "watch cancel")
            options="--help"
            ;;
        "watch share")
            options="--author --project --instance --deploy-token-file --dry-run --request-timeout --help"
            ;;
        daemon)
            options="--idle --help"
            ;;
        serve)
            options="token --config --listen --server --auth-token-file --database --deploy-token-file --jwt-secret-file
                --tls-crt --tls-key --open-registration --check --help"
            ;;
        "serve token")
            options="create list revoke --config --database --help"
            ;;
        tasks)
            options="--team-server --app --author --state --since --limit --follow --request-timeout --output --utc --help"
            ;;
        history)
            options="--app --instance --outcome --since --until --text --limit --output --utc --help"
            ;;
        deployments | report)
            options="--app --instance --project --rule --outcome --actor --proof --since --until --text --limit --output --utc --help"
            ;;
        "follow add")
            options="--name --timeout --bake --notify --output --help"
            ;;
        "follow list")
            options="--output --help"
            ;;
        "follow pause" | "follow resume" | "follow remove")
            options="--help"
            ;;
        versions)
            options="--by --order --differing --instance --name --project --health --sync --image --label --app-namespace
                --server --auth-token-file --auth-token --server-crt --insecure --header --request-timeout --output --help"
            ;;
        doctor)
            options="--bundle --hide-hosts --replace --server --auth-token-file --auth-token --server-crt --insecure --header --request-timeout --output --help"
            ;;
        login)
            options="--sso --username --auth-token-file --anonymous --no-browser --request-timeout --help"
            ;;
        logout)
            options="--request-timeout --help"
            ;;
        instances)
            case ${COMP_WORDS[2]} in
                add) options="--auth-token-file --anonymous --server-crt --pin --client-crt --client-crt-key --header --proxy --request-timeout --help" ;; # instances add
                list) options="--output --help" ;; # instances list
                test) options="--pin --request-timeout --output --help" ;; # instances test
                rename) options="--help" ;; # instances rename
                remove) options="--request-timeout --help" ;; # instances remove
                import) options="--file --tokens --remove-tokens --help" ;; # instances import
                whoami) options="--request-timeout --output --help" ;; # instances whoami
                *) options="--help" ;;
            esac
            ((COMP_CWORD == 2)) && options="add list test rename remove import whoami --help"
            ;;
        record)
            options="--image --project --app-namespace --output --replace --for --server --auth-token-file --auth-token
                --server-crt --insecure --header --help"
            ;;
        replay)
            options="--port --base-path --tls --write-crt --token-file --speed --loop --fault --verbose --help"
            ;;
        demo)
            options="--headless --utc --help"
            ;;
        help)
            options="wait apps status tree explain instances watch daemon serve tasks history deployments report follow versions doctor login logout record replay demo"
            ;;
        *)
            return
            ;;
    esac
    if [[ $command == replay && $current != -* ]]; then
        compopt -o default
        options="already-deployed deploy-ok image-typo image-updater crashloop manual-sync presync-fails rollout-canary-ok superseded waves-ok"
    fi
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
}

complete -F _lynceus lynceus
