#pragma once

#include "core/domain/newwatch/watchplan.h"

#include <QAbstractListModel>
#include <QHash>

#include <functional>

class QFontMetrics;

namespace lynceus {

class Environments;
class WatchTargets;

/// Applications that match a text, each with a check box. Keeps the user's choices while the text changes; rows are
/// inserted, removed and moved, the model is never reset.
class TargetModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        InstanceNameRole = Qt::UserRole + 1,
        InstanceColourRole,
        EnvironmentNameRole, ///< empty: no environment
        EnvironmentColourRole,
        NowRole,     ///< "now 1.4.0"
        WarningRole, ///< warnings, joined
        GoodRole,    ///< not a problem: the version already runs
    };

    TargetModel(const WatchTargets &targets, const QTimeZone &zone, QObject *parent = nullptr);

    /// Shows environments, starting with the next show(). @p environments must outlive the model.
    void follow(const Environments &environments) { m_environments = &environments; }
    [[nodiscard]] bool hasEnvironments() const;
    /// Width of the widest environment badge in px.
    [[nodiscard]] int environmentWidth(const QFontMetrics &metrics) const;

    /// Applies with the next show().
    void setZone(const QTimeZone &zone) { m_zone = zone; }

    /// The expected kind of version for all applications; applies with the next show().
    void setKind(ExpectedVersion::Kind kind) { m_kind = kind; }

    void show(const TargetSearch &search, Instant now);
    void setWindow(const ApplicationKey &application, const SyncWindowBlock &window, Instant now);
    /// Checks these applications and no others that are shown, as if the user had done it.
    void tickOnly(const std::function<bool(const ApplicationKey &)> &wanted);
    /// Checked applications; if images are expected, only those with a version.
    [[nodiscard]] std::vector<WatchTarget> chosen() const;
    [[nodiscard]] int ticked() const;
    /// Stores the current choices as defaults for these repositories.
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
        std::vector<WatchWarning> warnings;
        bool suggested = false; ///< checked by default
    };

    void arrange(const std::vector<WatchTarget> &wanted);
    void judge(Instant now);
    [[nodiscard]] std::vector<TickQuestion> questionsOf(const std::vector<WatchTarget> &targets,
                                                        const std::vector<std::vector<WatchWarning>> &warnings) const;
    [[nodiscard]] bool isTicked(int row) const;
    [[nodiscard]] bool isByImage() const { return m_kind == ExpectedVersion::Kind::Images; }
    [[nodiscard]] QString warningsText(int row) const;
    [[nodiscard]] QString nowText(int row) const;

    const WatchTargets &m_known;
    const Environments *m_environments = nullptr; ///< null: none
    QTimeZone m_zone;
    ExpectedVersion::Kind m_kind = ExpectedVersion::Kind::Images;
    Instant m_now{};
    std::vector<Row> m_rows;
    QHash<ApplicationKey, bool> m_tickedByPerson; ///< kept while the typed name is the same
    QHash<ApplicationKey, SyncWindowBlock> m_windows;
    QString m_typedName;
};

} // namespace lynceus
