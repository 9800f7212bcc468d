#pragma once

#include "app/gui/follow/followoffer.h"
#include "core/domain/search/applicationfilter.h"
#include "core/engine/facade/engine.h"

#include <QDialog>

#include <functional>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace lynceus {

class Banner;
class ChipRow;
class PlainLabel;

/// Creates a follow rule, and lists the existing rules, which can be paused and removed.
class FollowDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Number of applications that match a filter now.
    using Count = std::function<int(const FilterWords &)>;

    /// @p offers: the first one is filled in; empty: only the list of rules is shown.
    FollowDialog(Engine &engine, std::vector<FollowOffer> offers, Count count, QWidget *parent = nullptr);
    ~FollowDialog() override;

Q_SIGNALS:
    /// One sentence about what was done.
    void said(const QString &sentence);

private:
    void build();
    void takeOffer(int offer);
    void showMatches();
    void showRules();
    void showChosen();
    void follow();
    void pauseOrResume();
    void removeRule();
    void takeAnswer(const Result<void> &answer);
    [[nodiscard]] FollowRule typed() const;
    [[nodiscard]] const FollowRule *chosen() const;
    [[nodiscard]] QString freeName(const QString &filter) const;

    Engine &m_engine;
    std::vector<FollowOffer> m_offers;
    Count m_count;
    Banner *m_banner;
    ChipRow *m_what;
    QLineEdit *m_filter;
    PlainLabel *m_matches;
    QLineEdit *m_name;
    ChipRow *m_notify;
    ChipRow *m_deadline;
    ChipRow *m_bake;
    QPushButton *m_follow;
    PlainLabel *m_rulesTitle;
    QTreeWidget *m_rules;
    QPushButton *m_pause;
    QPushButton *m_remove;
    QString m_madeName; ///< generated, not typed by the user
};

} // namespace lynceus
