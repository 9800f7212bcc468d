#include "app/gui/newwatch/targetmodel.h"

#include "app/gui/environments/environments.h"
#include "app/gui/newwatch/targetmemory.h"
#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/badge.h"
#include "core/domain/instances/productionname.h"
#include "core/domain/text/facts.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/boardtext.h"
#include "core/engine/text/watchplantext.h"

#include <QColor>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// The key for remembered choices: the image without tag and digest. Empty if another kind of version is expected, or
/// the text contains no image.
QString repositoryOf(const WatchTarget &target)
{
    if (!target.wanted)
        return {};
    auto repository = *target.wanted;
    repository.tag.clear();
    repository.digest.clear();
    return familiarName(repository);
}

} // namespace

TargetModel::TargetModel(const WatchTargets &targets, const QTimeZone &zone, QObject *parent)
    : QAbstractListModel(parent)
    , m_known(targets)
    , m_zone(zone)
{ }

void TargetModel::show(const TargetSearch &search, Instant now)
{
    if (search.typed.name != m_typedName)
        m_tickedByPerson.clear(); // the search is a different one
    m_typedName = search.typed.name;
    arrange(search.targets);
    judge(now);
}

void TargetModel::arrange(const std::vector<WatchTarget> &wanted)
{
    const auto keyAt = [this](int row) -> const ApplicationKey & { return m_rows[std::size_t(row)].target.entry.key; };
    for (int row = 0; row < int(wanted.size()); ++row) {
        const auto &target = wanted[std::size_t(row)];
        int from = row;
        while (from < int(m_rows.size()) && !(keyAt(from) == target.entry.key))
            ++from;
        if (from == int(m_rows.size())) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, Row{target, {}, false});
            endInsertRows();
        } else if (from > row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_rows.begin() + row, m_rows.begin() + from, m_rows.begin() + from + 1);
            endMoveRows();
        }
        m_rows[std::size_t(row)].target = target;
    }
    if (m_rows.size() > wanted.size()) {
        beginRemoveRows({}, int(wanted.size()), int(m_rows.size()) - 1);
        m_rows.erase(m_rows.begin() + std::ptrdiff_t(wanted.size()), m_rows.end());
        endRemoveRows();
    }
}

void TargetModel::judge(Instant now)
{
    m_now = now;
    std::vector<WatchTarget> targets;
    std::vector<std::vector<WatchWarning>> warnings;
    for (const auto &row : m_rows) {
        const auto &key = row.target.entry.key;
        const auto window = m_windows.constFind(key);
        const auto isWatched = [&](const ImageReference &image) { return m_known.isWatched(key, image); };
        const bool watched =
            isByImage() ? std::ranges::any_of(wantedImages(row.target), isWatched) : m_known.isWatched(key, m_kind);
        targets.push_back(row.target);
        warnings.push_back(warningsOf(row.target, watched,
                                      window == m_windows.constEnd() ? std::nullopt : std::optional(*window), m_kind));
    }
    const auto suggested = tickedAtFirst(questionsOf(targets, warnings));
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        m_rows[row].warnings = std::move(warnings[row]);
        m_rows[row].suggested = suggested[row];
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    Q_EMIT tickedChanged();
}

std::vector<TickQuestion> TargetModel::questionsOf(const std::vector<WatchTarget> &targets,
                                                   const std::vector<std::vector<WatchWarning>> &warnings) const
{
    QHash<QString, QHash<ApplicationKey, bool>> choices; // cached per repository
    std::vector<TickQuestion> questions;
    for (std::size_t row = 0; row < targets.size(); ++row) {
        const auto &[key, application] = targets[row].entry;
        TickQuestion question{targets[row], warnings[row],
                              isProduction(*application, m_known.instanceName(key.instance))};
        if (const auto repository = repositoryOf(targets[row]); !repository.isEmpty()) {
            auto known = choices.constFind(repository);
            if (known == choices.cend())
                known = choices.insert(repository, m_known.memory().choices(repository));
            if (const auto chosen = known->constFind(key); chosen != known->cend())
                question.chosenBefore = *chosen;
        }
        questions.push_back(question);
    }
    return questions;
}

void TargetModel::setWindow(const ApplicationKey &application, const SyncWindowBlock &window, Instant now)
{
    m_windows.insert(application, window);
    judge(now);
}

bool TargetModel::isTicked(int row) const
{
    const auto &shown = m_rows[std::size_t(row)];
    return m_tickedByPerson.value(shown.target.entry.key, shown.suggested);
}

void TargetModel::tickOnly(const std::function<bool(const ApplicationKey &)> &wanted)
{
    for (const auto &row : m_rows)
        m_tickedByPerson.insert(row.target.entry.key, wanted(row.target.entry.key));
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
}

std::vector<WatchTarget> TargetModel::chosen() const
{
    std::vector<WatchTarget> chosen;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (const auto &target = m_rows[std::size_t(row)].target; isTicked(row) && (target.wanted || !isByImage()))
            chosen.push_back(target);
    }
    return chosen;
}

void TargetModel::rememberChoices() const
{
    std::map<QString, QHash<ApplicationKey, bool>> choices;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const auto &shown = m_rows[std::size_t(row)];
        const auto repository = repositoryOf(shown.target);
        const bool wasOpen = std::ranges::none_of(shown.warnings, [](const WatchWarning &warning) {
            return warning.kind == WatchWarning::Kind::AlreadyRuns
                || warning.kind == WatchWarning::Kind::AlreadyWatched;
        });
        // Skips applications that already ran the version, or that matched only by similar names.
        if (!repository.isEmpty() && shown.target.close && (wasOpen || isTicked(row)))
            choices[repository].insert(shown.target.entry.key, isTicked(row));
    }
    for (const auto &[repository, chosen] : choices)
        m_known.memory().remember(repository, chosen);
}

int TargetModel::ticked() const
{
    int count = 0;
    for (int row = 0; row < int(m_rows.size()); ++row)
        count += isTicked(row) ? 1 : 0;
    return count;
}

int TargetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString TargetModel::nowText(int row) const
{
    QStringList versions;
    for (const auto &image : m_rows[std::size_t(row)].target.running) {
        if (const auto version = versionText(image); !versions.contains(version))
            versions.append(version);
    }
    return versions.isEmpty() ? QString() : tr("now %1").arg(versions.join(u", "_s));
}

QString TargetModel::warningsText(int row) const
{
    QStringList texts;
    for (const auto &warning : m_rows[std::size_t(row)].warnings) {
        if (const auto text = warningText(warning, m_now, m_zone); !text.isEmpty())
            texts.append(text);
    }
    return joinedFacts(texts);
}

bool TargetModel::hasEnvironments() const
{
    return m_environments && !m_environments->all().empty();
}

int TargetModel::environmentWidth(const QFontMetrics &metrics) const
{
    int width = 0;
    const auto names = hasEnvironments() ? m_environments->names() : QStringList();
    for (const auto &name : names)
        width = std::max(width, environmentBadgeWidth(metrics, visibleLine(name)));
    return width;
}

QVariant TargetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const auto &key = m_rows[std::size_t(row)].target.entry.key;
    switch (role) {
    case Qt::DisplayRole:
        return visibleLine(key.name);
    case Qt::CheckStateRole:
        return int(isTicked(row) ? Qt::Checked : Qt::Unchecked);
    case Qt::AccessibleTextRole: {
        QStringList parts{tr("%1 on %2").arg(key.name, m_known.instanceName(key.instance))};
        for (const auto &part : {data(index, EnvironmentNameRole).toString(), nowText(row), warningsText(row)}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        return visibleLine(parts.join(u", "_s));
    }
    case Qt::ToolTipRole: {
        QStringList names;
        for (const auto &image : wantedImages(m_rows[std::size_t(row)].target))
            names.append(familiarName(image));
        return names.isEmpty() ? QString() : toolTipText(names.join(u", "_s));
    }
    case InstanceNameRole:
        return visibleLine(m_known.instanceName(key.instance));
    case InstanceColourRole: {
        const auto *state = m_known.instance(key.instance);
        return state ? QColor(state->instance.colour) : QColor();
    }
    case EnvironmentNameRole: {
        const auto *environment = m_environments ? m_environments->of(key) : nullptr;
        return environment ? visibleLine(environment->name) : QString();
    }
    case EnvironmentColourRole: {
        const auto *environment = m_environments ? m_environments->of(key) : nullptr;
        return environment ? QColor(environment->colour) : QColor();
    }
    case NowRole:
        return visibleLine(nowText(row));
    case WarningRole:
        return visibleLine(warningsText(row));
    case GoodRole: {
        const auto &warnings = m_rows[std::size_t(row)].warnings;
        return warnings.size() == 1 && warnings.front().kind == WatchWarning::Kind::AlreadyRuns;
    }
    default:
        return {};
    }
}

bool TargetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    m_tickedByPerson.insert(m_rows[std::size_t(index.row())].target.entry.key, value.toInt() == Qt::Checked);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags TargetModel::flags(const QModelIndex &index) const
{
    return index.isValid()
        ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
        : Qt::NoItemFlags;
}

} // namespace lynceus
