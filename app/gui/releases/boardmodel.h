#pragma once

#include "app/gui/lists/keyedtreemodel.h"
#include "app/gui/releases/boardarrangement.h"
#include "app/gui/releases/boardrow.h"
#include "core/domain/board/boardfilter.h"
#include "core/domain/board/boardlayout.h"
#include "core/engine/instances/instancestate.h"
#include "core/io/clock.h"

#include <QHash>
#include <QTimer>
#include <QTimeZone>

#include <map>
#include <optional>

namespace lynceus {

class Environments;

/// Content of one row of the board.
struct BoardNode
{
    enum class Kind { Group, Release, Watch };
    Kind kind = Kind::Group;
    QString name = {}; ///< name of the release, or id of the watch
    BoardGroup group = BoardGroup::InProgress;
    std::optional<QString> label = {}; ///< title of a group; empty: the group is a BoardGroup
    QStringList watches = {};          ///< of a group: ids of all watches in it
    BoardRow row = {};
};

/// The board: groups contain watches and releases, releases contain their watches.
///
/// New, removed, and more or less urgent watches become inserts, removals and moves; changed texts become one
/// dataChanged() per span with the changed roles. Changes within one iteration of the event loop are applied together.
class BoardModel final : public KeyedTreeModel<BoardNode>
{
    Q_OBJECT
public:
    using Kind = BoardNode::Kind;
    enum Role {
        KindRole = Qt::UserRole + 1,
        StateRoleRole,   ///< for the stripe
        InstanceRole,    ///< InstanceLabel
        EnvironmentRole, ///< InstanceLabel
        VersionsRole,
        MarksRole,    ///< StageMarks
        PodsRole,     ///< for a group: number of its watches
        SentenceRole, ///< RowSentence
        RemarkRole,   ///< note of the users
        TimeRole,     ///< computed on request, because it changes without a signal
        OverRole,
        ExplainsRole, ///< true if the sentence is on a second line
    };

    BoardModel(const Clock &clock, const QTimeZone &zone, QObject *parent = nullptr);

    void putInstance(const InstanceState &state);
    void putWatch(const WatchRecord &watch);
    void removeWatch(const QString &id);
    void putEta(const QString &watch, const Eta &eta);
    /// Time zone of displayed times and of midnight.
    void setZone(const QTimeZone &zone);
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    /// Call each second. Time alone changes groups at midnight and when a snooze ends, and makes rollouts late.
    void timeWentBy();
    /// Applies pending changes now instead of in the next iteration of the event loop.
    void flush();

    /// Sets how rows are grouped and sorted.
    void setArrangement(const BoardArrangement &arrangement);
    [[nodiscard]] const BoardArrangement &arrangement() const { return m_arrangement; }
    /// Shows the environments of applications. @p environments must outlive the model.
    void follow(const Environments &environments);

    /// A folded group can be selected; the arrow keys skip other groups.
    [[nodiscard]] bool isFolded(const QModelIndex &group) const;
    void setFolded(const QModelIndex &group, bool folded);
    /// To be stored: stable names of folded groups, including those that are not shown now.
    [[nodiscard]] const QStringList &foldedGroups() const { return m_folded; }
    void setFoldedGroups(const QStringList &groups);

    /// Shows only watches that have all words of @p text in their name, instance, environment, project, versions,
    /// release or note. Hides rows without changing groups and their titles.
    void setFilter(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_watches.empty(); }
    [[nodiscard]] int total() const { return int(m_watches.size()); }
    [[nodiscard]] int shown() const { return m_shown; } ///< number of watches that match the filter
    /// Number of rows that need attention, including hidden ones; a release counts as one.
    [[nodiscard]] int needingAttention() const { return m_attention; }
    [[nodiscard]] const WatchRecord *watch(const QString &id) const;
    /// The ids of all tasks of a team server.
    [[nodiscard]] QStringList tasksOf(const QString &server) const;
    /// The watch of a row; for a release, its most important watch; null for groups.
    [[nodiscard]] const WatchRecord *watchAt(const QModelIndex &index) const;
    /// All watches of a row.
    [[nodiscard]] QStringList watchesAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &watch) const;
    [[nodiscard]] QString instanceName(const QString &id) const;
    [[nodiscard]] QUrl baseUrl(const QString &instance) const;
    /// Deadline or duration as text, for tool tips and screen readers.
    [[nodiscard]] QString timeText(const QModelIndex &index) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Emitted after changes were applied: counts and emptiness may have changed.
    void applied();

private:
    [[nodiscard]] std::vector<Wanted> wanted();
    [[nodiscard]] BoardRow rowOf(const BoardNode &node) const;
    [[nodiscard]] std::vector<const WatchRecord *> watchesOf(const BoardNode &node) const;
    [[nodiscard]] BoardRow rowOfGroup(const BoardNode &node) const;
    [[nodiscard]] QString titleOf(const BoardNode &group) const;
    [[nodiscard]] Instant nextChange() const;
    [[nodiscard]] std::optional<Pace> paceOf(const WatchRecord *watch) const;
    [[nodiscard]] InstanceLabel environmentLabel(const WatchRecord &watch) const;
    [[nodiscard]] BoardOrder order() const;
    [[nodiscard]] Wanted groupFor(const BoardSection &section) const;
    void reportTimes(const QModelIndex &parent);
    [[nodiscard]] BoardTime time() const;
    [[nodiscard]] QString searchedText(const WatchRecord &watch) const;
    void filter(std::vector<BoardSection> &sections);
    /// What to rebuild. A filter changes only the counts of groups.
    enum class Rows { All, Groups };
    void apply(Rows rows);
    void complete(BoardNode &inserted) const override { inserted.row = rowOf(inserted); }
    void renew(BoardNode &shown, const BoardNode &wanted) const override { shown.watches = wanted.watches; }
    void refreshRows(Id parent, Rows rows);
    [[nodiscard]] QVariant groupData(const BoardNode &node, int role) const;
    [[nodiscard]] QVariant timeData(const QModelIndex &index) const;

    const Clock &m_clock;
    QTimeZone m_zone;
    QTimer m_soon;
    std::map<QString, WatchRecord> m_watches;
    QHash<QString, Eta> m_etas;
    QHash<QString, Instance> m_instances;
    BoardArrangement m_arrangement;
    const Environments *m_environments = nullptr; ///< null: none
    QStringList m_folded;                         ///< keys of groups
    BoardFilter m_filter;
    Instant m_checkAt{}; ///< next time at which time alone may change a row
    int m_shown = 0;
    int m_attention = 0;
};

} // namespace lynceus

Q_DECLARE_METATYPE(lynceus::InstanceLabel)
Q_DECLARE_METATYPE(lynceus::RowSentence)
Q_DECLARE_METATYPE(lynceus::StageMarks)
