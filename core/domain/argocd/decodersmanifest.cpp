#include "core/domain/argocd/decodersmanifest_p.h"

#include <span>

namespace lynceus::detail {

using namespace Qt::StringLiterals;

namespace {

/// Levels of a manifest that are searched for containers. Reading deeper would be an attack on the stack.
constexpr int kDeepest = 128;

/// Where a known kind has its pod spec, as field names below the manifest's top.
std::span<const std::string_view> podSpecPath(const ResourceKey &key)
{
    static constexpr std::string_view kPod[] = {"spec"};
    static constexpr std::string_view kTemplate[] = {"spec", "template", "spec"};
    static constexpr std::string_view kCronJob[] = {"spec", "jobTemplate", "spec", "template", "spec"};
    struct Known
    {
        QLatin1String group;
        QLatin1String kind;
        std::span<const std::string_view> path;
    };
    static constexpr Known kKnown[] = {
        {""_L1, "Pod"_L1, kPod},
        {""_L1, "ReplicationController"_L1, kTemplate},
        {"apps"_L1, "Deployment"_L1, kTemplate},
        {"apps"_L1, "ReplicaSet"_L1, kTemplate},
        {"apps"_L1, "StatefulSet"_L1, kTemplate},
        {"apps"_L1, "DaemonSet"_L1, kTemplate},
        {"batch"_L1, "Job"_L1, kTemplate},
        {"batch"_L1, "CronJob"_L1, kCronJob},
        {"argoproj.io"_L1, "Rollout"_L1, kTemplate},
    };
    const auto *known = std::ranges::find_if(
        kKnown, [&](const Known &entry) { return entry.group == key.group && entry.kind == key.kind; });
    return known == std::end(kKnown) ? std::span<const std::string_view>() : known->path;
}

bool isContainerList(std::string_view field)
{
    return field == "containers" || field == "initContainers";
}

/// One manifest while it is read. Types are those of whoever wrote the manifest, not of Argo CD: a field of another
/// type says nothing here (the cluster will refuse it), it is no fault of the answer.
class ManifestWalk final
{
public:
    ManifestWalk(const ResourceKey &key, Manifest &manifest)
        : m_key(key)
        , m_path(podSpecPath(key))
        , m_manifest(manifest)
    { }

    bool top(std::string_view field, Json json)
    {
        if (field == "metadata" && json.isObject())
            return json.fields([&](std::string_view name, Json value) { return metadata(name, value); });
        if (field != "spec" || !json.isObject())
            return true;
        return m_path.empty() ? search(json, 1) : descend(json, 0);
    }

    void finish()
    {
        if (m_found)
            m_manifest.workload = std::move(m_spec);
    }

private:
    bool metadata(std::string_view field, Json json)
    {
        if (field == "generation") {
            const auto number = wholeNumber(json.token());
            m_manifest.generation = number ? QString::number(*number) : QString();
        }
        return true;
    }

    /// Follows the known path; @p level is the position of the field whose value @p json is.
    bool descend(Json json, size_t level)
    {
        const bool isPodSpec = level + 1 == m_path.size();
        return json.fields([&](std::string_view field, Json value) {
            if (level == 0)
                takeSwitch(field, value);
            if (isPodSpec)
                return !isContainerList(field) || containers(value);
            return field != m_path[level + 1] || !value.isObject() || descend(value, level + 1);
        });
    }

    bool search(Json json, int depth)
    {
        if (depth > kDeepest)
            return json.fail(u"is nested too deeply"_s);
        if (json.isObject())
            return json.fields([&](std::string_view field, Json value) {
                if (depth == 1)
                    takeSwitch(field, value);
                return isContainerList(field) && value.isArray() ? containers(value) : search(value, depth + 1);
            });
        if (json.isArray())
            return json.elements([&](Json element) { return search(element, depth + 1); });
        return true;
    }

    bool containers(Json json)
    {
        if (!json.isArray())
            return true;
        return json.elements([&](Json container) {
            m_found = m_found || (!m_path.empty() && container.isObject());
            Duration delay{0};
            const bool isRead = !container.isObject() || container.fields([&](std::string_view field, Json value) {
                if (field == "image")
                    takeImage(value);
                if (field == "startupProbe" && value.isObject())
                    return takeProbe(value, true, delay);
                return field != "readinessProbe" || !value.isObject() || takeProbe(value, false, delay);
            });
            m_spec.probeDelay = std::max(m_spec.probeDelay, delay);
            return isRead;
        });
    }

    /// A startup probe may fail as often as it says; of a readiness probe the second try counts, for the first may come
    /// a moment too early.
    static bool takeProbe(Json json, bool isStartup, Duration &delay)
    {
        using std::chrono::seconds;
        constexpr qint64 kMostSeconds = 24 * 60 * 60; // more than anybody waits for
        qint64 initial = 0;
        qint64 period = 10; // Kubernetes' defaults
        qint64 failures = 3;
        const bool isRead = json.fields([&](std::string_view field, Json value) {
            const auto take = [&](qint64 &known, qint64 least) {
                const auto number = wholeNumber(value.token());
                if (number && *number >= least && *number <= kMostSeconds)
                    known = *number;
                return true;
            };
            if (field == "initialDelaySeconds")
                return take(initial, 0);
            if (field == "periodSeconds")
                return take(period, 1);
            return field != "failureThreshold" || take(failures, 1);
        });
        delay += seconds{std::min(kMostSeconds, initial + period * (isStartup ? failures : 1))};
        return isRead;
    }

    void takeImage(Json json)
    {
        const auto inside = insideQuotes(json.token());
        if (!inside || inside->empty())
            return;
        m_spec.images.append(json.strings().text(*inside));
        m_found = true;
    }

    /// A field of the top-level spec that decides whether pods are wanted at all.
    void takeSwitch(std::string_view field, Json json)
    {
        if (field == "replicas") {
            const auto number = wholeNumber(json.token());
            if (number && *number >= 0 && *number <= std::numeric_limits<int>::max())
                m_spec.replicas = static_cast<int>(*number);
        } else if (field == "paused" && (m_key.kind == "Deployment"_L1 || m_key.kind == "Rollout"_L1)) {
            m_spec.paused = truth(json.token()).value_or(false);
        } else if (field == "suspend" && (m_key.kind == "Job"_L1 || m_key.kind == "CronJob"_L1)) {
            m_spec.suspend = truth(json.token()).value_or(false);
        }
    }

    const ResourceKey &m_key;
    std::span<const std::string_view> m_path;
    Manifest &m_manifest;
    WorkloadSpec m_spec;
    bool m_found = false;
};

} // namespace

bool readManifest(std::string_view inside, ManifestReader &reader, const ResourceKey &key, Manifest &manifest,
                  Reading &reading)
{
    if (key.kind == "CustomResourceDefinition"_L1)
        return true;
    unescapeInto(inside, reader.text);
    ManifestWalk walk(key, manifest);
    const auto field = [&](std::string_view name, Json json) { return walk.top(name, json); };
    if (!readDocument(reader.parser, reader.text, reading, field))
        return false;
    walk.finish();
    return true;
}

} // namespace lynceus::detail
