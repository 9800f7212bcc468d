#include "app/serve/metricstext.h"

namespace lynceus {

QByteArray quotedLabel(const QString &text)
{
    auto bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return '"' + bytes + '"';
}

void appendMetric(QByteArray &text, const QByteArray &name, const QByteArray &type, const QByteArray &help)
{
    text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

QByteArray metricsText(const TaskCounts &counts, std::optional<qint64> running, const InstanceHub &hub)
{
    QByteArray text;
    appendMetric(text, "accepted_deployments", "counter", "Tasks accepted by this process.");
    text += "accepted_deployments " + QByteArray::number(counts.accepted) + '\n';
    appendMetric(text, "deployments_total", "counter", "Tasks that ended in this process, by state.");
    for (const auto state : kTaskStates) {
        if (state == TaskState::InProgress)
            continue;
        const auto count = counts.ended.find(state);
        text += "deployments_total{result=" + quotedLabel(nameOf(state)) + "} "
            + QByteArray::number(count == counts.ended.end() ? 0 : count->second) + '\n';
    }
    if (running) {
        appendMetric(text, "in_progress_tasks", "gauge", "Tasks in progress, of all replicas.");
        text += "in_progress_tasks " + QByteArray::number(*running) + '\n';
    }
    appendMetric(text, "state_unavailable", "gauge", "1 if the database is unavailable.");
    text += running ? "state_unavailable 0\n" : "state_unavailable 1\n";
    appendMetric(text, "argocd_unavailable", "gauge", "1 if at least one Argo CD instance is unavailable.");
    text += hub.hasTrouble() ? "argocd_unavailable 1\n" : "argocd_unavailable 0\n";
    appendMetric(text, "lynceus_instance_unavailable", "gauge", "1 if this Argo CD instance is unavailable.");
    for (const auto &instance : hub.instances())
        text += "lynceus_instance_unavailable{instance=" + quotedLabel(instance.name)
            + (hub.troubleOf(instance.name).isEmpty() ? "} 0\n" : "} 1\n");
    return text;
}

} // namespace lynceus
