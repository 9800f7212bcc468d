#pragma once

#include "core/domain/argocd/labelselector.h"
#include "core/domain/argocd/requests.h"

namespace lynceus {

/// A ListFilter that can be applied here too: servers ignore query parameters that they do not know, and their streams
/// say nothing of an application that leaves the filter.
class ApplicationFilter final
{
public:
    ApplicationFilter() = default;

    /// Error::Kind::BadInput for a selector that cannot be understood.
    [[nodiscard]] static Result<ApplicationFilter> from(const ListFilter &wanted);

    [[nodiscard]] const ListFilter &wanted() const { return m_wanted; }
    /// What an answer leaves out (project, namespace) counts as right.
    [[nodiscard]] bool matches(const Application &application) const;

private:
    ListFilter m_wanted;
    LabelSelector m_selector;
};

} // namespace lynceus
