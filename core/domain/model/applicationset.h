#pragma once

#include <QString>

#include <vector>

namespace lynceus {

/// How far an ApplicationSet with a RollingSync strategy has got (its `status.applicationStatus`).
struct ApplicationSetProgress
{
    struct Member
    {
        QString application; ///< its name; the namespace is the ApplicationSet's
        int step = 0;        ///< counted from 1; 0: the server does not say (before Argo CD 2.9)
        QString status;      ///< "Waiting", "Pending", "Progressing" or "Healthy"

        friend bool operator==(const Member &, const Member &) = default;
    };
    std::vector<Member> members;

    friend bool operator==(const ApplicationSetProgress &, const ApplicationSetProgress &) = default;
};

} // namespace lynceus
