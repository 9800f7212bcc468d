#pragma once

#include <QString>

#include <vector>

namespace lynceus {

/// Progress of an ApplicationSet with a RollingSync strategy (its `status.applicationStatus`).
struct ApplicationSetProgress
{
    struct Member
    {
        QString application; ///< name; its namespace is the ApplicationSet's
        int step = 0;        ///< counted from 1; 0: not reported (before Argo CD 2.9)
        QString status;      ///< "Waiting", "Pending", "Progressing" or "Healthy"

        friend bool operator==(const Member &, const Member &) = default;
    };
    std::vector<Member> members;

    friend bool operator==(const ApplicationSetProgress &, const ApplicationSetProgress &) = default;
};

} // namespace lynceus
