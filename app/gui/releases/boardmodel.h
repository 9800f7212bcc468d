#pragma once

#include "app/gui/lists/keyedtreemodel.h"
#include "app/gui/releases/boardarrangement.h"
#include "app/gui/releases/boardrow.h"
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

/// What stands in one row of the board.
struct BoardNode
{
    enum class Kind { Group, Release, Watch };
    Kind kind = Kind::Group;
    QString name = {}; ///< release, or watch id
    BoardGroup group = BoardGroup::InProgress;
    std::optional<QString> label = {}; ///< of a group: what all have in common; none: it is one of BoardGroup
    QStringList watches = {};          ///< of a group: all in it
    BoardRow row = {};
};

/// The board: groups, in them watches and releases, in those their watches.
///
/// Watches that come, go, or are more or less urgent than before become inserts, removals and moves, and changed words
/// one dataChanged per span with the roles that differ. What arrives within one turn of the event loop is applied at
/// once.
class BoardModel final : public KeyedTreeModel<BoardNode>
{
    Q_OBJECT
public:
    using Kind = BoardNode::Kind;
    enum Role {
        KindRole = Qt::UserRole + 1,
        StateRoleRole,   ///< StateRole, for the stripe
        InstanceRole,    ///< InstanceLabel
        EnvironmentRole, ///< InstanceLabel
        VersionsRole,
        MarksRole,    ///< StageMarks
        PodsRole,     ///< of a group how many watches it has
        SentenceRole, ///< RowSentence
        RemarkRole,   ///< what people wrote about it
        TimeRole,     ///< made when it is asked for: time goes by without a signal
        OverRole,
        ExplainsRole, ///< the sentence has a line of its own
    };

    BoardModel(const Clock &clock, const QTimeZone &zone, QObject *parent = nullptr);

    void putInstance(const InstanceState &state);
    void putWatch(const WatchRecord &watch);
    void removeWatch(const QString &id);
    void putEta(const QString &watch, const Eta &eta);
    /// In which times are shown, and in which midnight is meant.
    void setZone(const QTimeZone &zone);
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    /// To be called each second. Time alone changes groups at midnight and when a snooze ends, and makes rollouts late.
    void timeWentBy();
    /// Applies what has come now, not in the next turn.
    void flush();

    /// By what groups are made, and the order within them.
    void setArrangement(const BoardArrangement &arrangement);
    [[nodiscard]] const BoardArrangement &arrangement() const { return m_arrangement; }
    /// Rows show the environments of their applications from now on. It outlives the model.
    void follow(const Environments &environments);

    /// A folded group is a row that can be chosen; the arrow keys pass over others.
    [[nodiscard]] bool isFolded(const QModelIndex &group) const;
    void setFolded(const QModelIndex &group, bool folded);
    /// To be remembered: stable names of folded groups, also of those that are not shown now.
    [[nodiscard]] const QStringList &foldedGroups() const { return m_folded; }
    void setFoldedGroups(const QStringList &groups);

    /// Only watches are shown that have all words of @p text in their name, instance, environment, project, versions,
    /// release or note. It hides rows, and changes neither the groups nor what they are called.
    void setFilter(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_watches.empty(); }
    [[nodiscard]] int total() const { return int(m_watches.size()); }
    [[nodiscard]] int shown() const { return m_shown; } ///< watches that the filter leaves
    /// Rows that need attention, also those that the filter hides: a release is one.
    [[nodiscard]] int needingAttention() const { return m_attention; }
    [[nodiscard]] const WatchRecord *watch(const QString &id) const;
    /// The ids of all tasks of a team server.
    [[nodiscard]] QStringList tasksOf(const QString &server) const;
    /// The watch behind a row; of a release the one to look at first; null for groups.
    [[nodiscard]] const WatchRecord *watchAt(const QModelIndex &index) const;
    /// All watches behind a row.
    [[nodiscard]] QStringList watchesAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &watch) const;
    [[nodiscard]] QString instanceName(const QString &id) const;
    [[nodiscard]] QUrl baseUrl(const QString &instance) const;
    /// Deadline or duration in words, for tool tips and screen readers.
    [[nodiscard]] QString timeWords(const QModelIndex &index) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// After a flush: numbers and emptiness may have changed.
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
    void tellTimes(const QModelIndex &parent);
    [[nodiscard]] BoardTime time() const;
    [[nodiscard]] const QString &searchedText(const WatchRecord &watch) const;
    [[nodiscard]] bool isWanted(const WatchRecord &watch) const;
    void filter(std::vector<BoardSection> &sections);
    /// What a flush makes anew. A filter changes neither watches nor releases, only what groups count.
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
    const Environments *m_environments = nullptr; ///< null: there are none
    QStringList m_folded;                         ///< keys of groups
    QStringList m_words;                          ///< of the filter
    mutable QHash<QString, QString> m_searched;   ///< by watch: what the filter looks at
    Instant m_lookAt{};                           ///< when time alone may change a row again
    int m_shown = 0;
    int m_attention = 0;
};

} // namespace lynceus

Q_DECLARE_METATYPE(lynceus::InstanceLabel)
Q_DECLARE_METATYPE(lynceus::RowSentence)
Q_DECLARE_METATYPE(lynceus::StageMarks)
