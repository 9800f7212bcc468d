#pragma once

#include "core/domain/newwatch/watchplan.h"

#include <QAbstractListModel>
#include <QHash>

#include <functional>

class QFontMetrics;

namespace lynceus {

class Environments;
class WatchTargets;

/// The applications that a text means, each to be ticked. Keeps what a person ticked while the text goes on; rows come,
/// go and move, the model never resets.
class TargetModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        InstanceNameRole = Qt::UserRole + 1,
        InstanceColourRole,
        EnvironmentNameRole, ///< empty: it belongs to none
        EnvironmentColourRole,
        NowRole,    ///< "now 1.4.0"
        HurdleRole, ///< what stands in the way, joined
        GoodRole,   ///< it is no trouble: it runs already
    };

    TargetModel(const WatchTargets &targets, const QTimeZone &zone, QObject *parent = nullptr);

    /// Rows show the environments of their applications with the next show(). It outlives the model.
    void follow(const Environments &environments) { m_environments = &environments; }
    [[nodiscard]] bool hasEnvironments() const;
    /// Of the widest badge of an environment, px.
    [[nodiscard]] int environmentWidth(const QFontMetrics &metrics) const;

    /// To be seen with the next show().
    void setZone(const QTimeZone &zone) { m_zone = zone; }

    /// What is expected of all of them, to be seen with the next show().
    void setKind(ExpectedVersion::Kind kind) { m_kind = kind; }

    void show(const TargetSearch &search, Instant now);
    void setWindow(const ApplicationKey &application, const SyncWindowBlock &window, Instant now);
    /// As if the person had ticked these and no others of what is shown.
    void tickOnly(const std::function<bool(const ApplicationKey &)> &wanted);
    /// Ticked and with a version to expect, where that is an image.
    [[nodiscard]] std::vector<WatchTarget> chosen() const;
    [[nodiscard]] int ticked() const;
    /// What is ticked now is suggested the next time one of these repositories is typed.
    void rememberChoices() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void tickedChanged();

private:
    struct Row
    {
        WatchTarget target;
        std::vector<WatchWarning> hurdles;
        bool suggested = false; ///< to be ticked
    };

    void arrange(const std::vector<WatchTarget> &wanted);
    void judge(Instant now);
    [[nodiscard]] std::vector<TickQuestion> questionsOf(const std::vector<WatchTarget> &targets,
                                                        const std::vector<std::vector<WatchWarning>> &hurdles) const;
    [[nodiscard]] bool isTicked(int row) const;
    [[nodiscard]] bool isByImage() const { return m_kind == ExpectedVersion::Kind::Images; }
    [[nodiscard]] QString hurdlesText(int row) const;
    [[nodiscard]] QString nowText(int row) const;

    const WatchTargets &m_known;
    const Environments *m_environments = nullptr; ///< null: there are none
    QTimeZone m_zone;
    ExpectedVersion::Kind m_kind = ExpectedVersion::Kind::Images;
    Instant m_now{};
    std::vector<Row> m_rows;
    QHash<ApplicationKey, bool> m_tickedByPerson; ///< for as long as the name typed is the same
    QHash<ApplicationKey, SyncWindowBlock> m_windows;
    QString m_typedName;
};

} // namespace lynceus
