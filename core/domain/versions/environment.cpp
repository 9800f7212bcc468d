#include "core/domain/versions/environment.h"

using namespace Qt::StringLiterals;

namespace lynceus {

QString environmentOf(const EnvironmentRule &rule, const Application &application, const QString &instance)
{
    switch (rule.by) {
    case EnvironmentRule::By::Namespace:
        return application.destinationNamespace.isEmpty() ? u"–"_s : application.destinationNamespace;
    case EnvironmentRule::By::Cluster:
        return application.destinationCluster.isEmpty() ? u"–"_s : application.destinationCluster;
    case EnvironmentRule::By::Project:
        return application.project;
    case EnvironmentRule::By::Label: {
        const auto label = application.labels.find(rule.label);
        return label == application.labels.end() ? QString() : label->second;
    }
    case EnvironmentRule::By::Instance:
        break;
    }
    return instance;
}

} // namespace lynceus
