#pragma once

#include "core/domain/argocd/requests/labelselector.h"
#include "core/domain/argocd/requests/requests.h"

namespace lynceus {

/// Applies a ListFilter on our side: servers ignore query parameters that they do not know, and their streams do not
/// report applications that leave the filter.
class ApplicationFilter final
{
public:
    ApplicationFilter() = default;

    /// Error::Kind::BadInput for an invalid selector.
    [[nodiscard]] static Result<ApplicationFilter> from(const ListFilter &wanted);

    [[nodiscard]] const ListFilter &wanted() const { return m_wanted; }
    /// Fields missing in the answer (project, namespace) count as matching.
    [[nodiscard]] bool matches(const Application &application) const;

private:
    ListFilter m_wanted;
    LabelSelector m_selector;
};

} // namespace lynceus
