#include "tests/support/treepicture.h"

#include <QRegularExpression>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QString groupOf(const QString &kind)
{
    if (kind == "Job"_L1 || kind == "CronJob"_L1)
        return u"batch"_s;
    if (kind == "Rollout"_L1)
        return u"argoproj.io"_s;
    if (kind == "Deployment"_L1 || kind == "ReplicaSet"_L1 || kind == "StatefulSet"_L1 || kind == "DaemonSet"_L1)
        return u"apps"_s;
    return kind == "Pod"_L1 ? QString() : u"acme.example"_s;
}

void readWord(ResourceNode &node, const QString &word)
{
    static const QRegularExpression containers(u"^(\\d+)/(\\d+)$"_s);
    static const QRegularExpression restarts(u"^x(\\d+)$"_s);
    static const QRegularExpression created(u"^@(\\d+)$"_s);
    const auto health = healthStatusFrom(word);
    if (word.startsWith(u'"'))
        node.health.message = word.mid(1, word.size() - 2);
    else if (word.startsWith("Rev:"_L1))
        node.revision = word.mid(4).toInt();
    else if (const auto match = containers.match(word); match.hasMatch()) {
        node.readyContainers = match.captured(1).toInt();
        node.containers = match.captured(2).toInt();
    } else if (const auto count = restarts.match(word); count.hasMatch())
        node.restarts = count.captured(1).toInt();
    else if (const auto time = created.match(word); time.hasMatch())
        node.createdAt = Instant{std::chrono::seconds{time.captured(1).toInt()}};
    else if (health != HealthStatus::Unknown || word == "Unknown"_L1)
        node.health.status = health;
    else if (word.contains(u':') && !word.startsWith("Init:"_L1))
        node.images.push_back(word);
    else
        node.statusReason = word;
}

} // namespace

ResourceKey keyOf(const QString &kind, const QString &name)
{
    return {groupOf(kind), kind, u"web"_s, name};
}

ResourceTree treeFrom(const QByteArray &picture)
{
    static const QRegularExpression words(u"\"[^\"]*\"|\\S+"_s);
    std::vector<UnlinkedNode> nodes;
    std::vector<std::pair<qsizetype, QString>> ancestors; // indentation and uid
    for (const auto &line : QString::fromUtf8(picture).split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const auto indent = line.indexOf(line.trimmed());
        while (!ancestors.empty() && ancestors.back().first >= indent)
            ancestors.pop_back();
        auto all = words.globalMatch(line);
        UnlinkedNode unlinked;
        const auto kind = all.next().captured();
        unlinked.node.key = keyOf(kind, all.next().captured());
        unlinked.node.uid = kind + u'/' + unlinked.node.key.name;
        while (all.hasNext())
            readWord(unlinked.node, all.next().captured());
        if (!ancestors.empty())
            unlinked.parentUid = ancestors.back().second;
        ancestors.emplace_back(indent, unlinked.node.uid);
        nodes.push_back(std::move(unlinked));
    }
    return linkTree(std::move(nodes));
}

} // namespace lynceus
