#include "app/gui/follow/followdialog.h"

#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/controls/chips.h"
#include "app/gui/widgets/dialogs/growingdialog.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/pages/banner.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/text/wording.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lynceus {

namespace {

constexpr std::array kDeadlines{Duration(5min), Duration(15min), Duration(30min), Duration(1h)};
constexpr int kUsualDeadline = 1;
constexpr std::array kBakes{Duration(0), Duration(5min), Duration(15min), Duration(1h)};
constexpr std::array kNotify{FollowRule::Notify::Problems, FollowRule::Notify::All, FollowRule::Notify::Nothing};
constexpr qsizetype kLongestName = 40; // isValidRuleName()
constexpr int kVisibleRules = 5;

template<std::size_t N>
QStringList durations(const std::array<Duration, N> &choices)
{
    QStringList texts;
    for (const auto duration : choices)
        texts += duration == Duration{0} ? FollowDialog::tr("no") : durationText(duration);
    return texts;
}

template<std::size_t N, typename Value>
const Value &chosenOf(const std::array<Value, N> &values, const ChipRow &row)
{
    return values[std::size_t(qBound(0, row.chosen(), int(N) - 1))];
}

} // namespace

FollowDialog::FollowDialog(Engine &engine, std::vector<FollowOffer> offers, Count count, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_offers(std::move(offers))
    , m_count(std::move(count))
    , m_banner(new Banner(this))
    , m_what(new ChipRow(tr("Follow"), this))
    , m_filter(new QLineEdit(this))
    , m_matches(new PlainLabel(this))
    , m_name(new QLineEdit(this))
    , m_notify(new ChipRow(tr("Notify"), this))
    , m_deadline(new ChipRow(tr("Deadline"), this))
    , m_bake(new ChipRow(tr("Observe for"), this))
    , m_follow(new QPushButton(tr("Follow"), this))
    , m_rulesTitle(new PlainLabel(this))
    , m_rules(new QTreeWidget(this))
    , m_pause(new QPushButton(tr("Pause"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    setWindowTitle(m_offers.empty() ? tr("Follow rules") : tr("Follow"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_what, &ChipRow::chosenByPerson, this, &FollowDialog::takeOffer);
    connect(m_filter, &QLineEdit::textChanged, this, &FollowDialog::showMatches);
    connect(m_follow, &QPushButton::clicked, this, &FollowDialog::follow);
    connect(m_rules, &QTreeWidget::currentItemChanged, this, &FollowDialog::showChosen);
    connect(m_pause, &QPushButton::clicked, this, &FollowDialog::pauseOrResume);
    connect(m_remove, &QPushButton::clicked, this, &FollowDialog::removeRule);
    connect(&m_engine, &Engine::rulesChanged, this, &FollowDialog::showRules);
    takeOffer(0);
    showRules();
}

FollowDialog::~FollowDialog() = default;

void FollowDialog::build()
{
    QStringList titles;
    QStringList filters;
    for (const auto &offer : m_offers) {
        titles += visibleLine(offer.title);
        filters += offer.filter;
    }
    m_what->setChoices(titles, filters);
    m_what->setVisible(m_offers.size() > 1);
    m_filter->setAccessibleName(tr("Filter of the applications to follow"));
    m_filter->setPlaceholderText(tr("For example project:shop instance:prod"));
    m_matches->setForegroundRole(QPalette::PlaceholderText);
    m_matches->setWordWrap(true);
    m_name->setMaxLength(int(kLongestName));
    m_notify->setChoices({tr("problems"), tr("all news"), tr("nothing")});
    m_notify->choose(0);
    m_deadline->setChoices(durations(kDeadlines));
    m_deadline->choose(kUsualDeadline);
    m_bake->setChoices(durations(kBakes));
    m_bake->choose(0);
    m_banner->hide();

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(m_what);
    form->addRow(tr("F&ilter"), m_filter);
    form->addRow(m_matches);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("Notify of"), m_notify);
    form->addRow(tr("Deadline"), m_deadline);
    form->addRow(tr("Observe for"), m_bake);
    auto *followRow = new QHBoxLayout;
    followRow->addStretch();
    followRow->addWidget(m_follow);
    makePrimary(m_follow);
    m_follow->setDefault(true);

    m_rules->setAccessibleName(tr("Follow rules"));
    m_rules->setHeaderLabels({tr("Rule"), tr("State"), tr("Notify of"), tr("Filter")});
    m_rules->setRootIsDecorated(false);
    m_rules->setUniformRowHeights(true);
    m_rules->setAllColumnsShowFocus(true);
    m_rules->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_rules->setMinimumHeight(fontMetrics().height() * 2 * kVisibleRules);
    m_rulesTitle->setWordWrap(true);
    auto *ruleRow = new QHBoxLayout;
    ruleRow->addWidget(m_rulesTitle, 1);
    ruleRow->addWidget(m_pause);
    ruleRow->addWidget(m_remove);
    m_rulesTitle->setBuddy(m_rules);
    m_pause->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addLayout(form);
    layout->addLayout(followRow);
    layout->addLayout(ruleRow);
    layout->addWidget(m_rules, 1);
    layout->addWidget(buttons);
    tabAsRead(this);
    m_filter->setFocus();
    resize(640, 560);
    growWithContent(this);
}

void FollowDialog::takeOffer(int offer)
{
    if (offer < 0 || std::size_t(offer) >= m_offers.size())
        return showMatches();
    m_what->choose(offer);
    m_filter->setText(m_offers[std::size_t(offer)].filter);
    m_filter->setCursorPosition(0);
    showMatches();
}

FollowRule FollowDialog::typed() const
{
    FollowRule rule;
    rule.name = m_name->text().trimmed();
    rule.filter = m_filter->text().trimmed();
    rule.notify = chosenOf(kNotify, *m_notify);
    rule.deadline = chosenOf(kDeadlines, *m_deadline);
    rule.bake = chosenOf(kBakes, *m_bake);
    return rule;
}

/// Generated from the filter's values: "shop-prod" for "project:shop instance:prod".
QString FollowDialog::freeName(const QString &filter) const
{
    QString name;
    for (const auto &token : parseApplicationFilter(filter).tokens) {
        for (const QChar c : token.alternatives.value(0)) {
            const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
            if (isPlain)
                name += c;
            else if (!name.isEmpty() && !name.endsWith(u'-'))
                name += u'-';
        }
        if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    const auto base = name.isEmpty() ? u"rule"_s : name.left(kLongestName - 4);
    const auto &rules = m_engine.state().rules();
    auto free = base;
    for (int number = 2; std::ranges::find(rules, free, &FollowRule::name) != rules.end(); ++number)
        free = u"%1-%2"_s.arg(base).arg(number);
    return free;
}

void FollowDialog::showMatches()
{
    if (m_name->text() == m_madeName) { // keeps a name that the user typed
        m_madeName = m_filter->text().trimmed().isEmpty() ? QString() : freeName(m_filter->text());
        m_name->setText(m_madeName);
    }
    auto rule = typed();
    if (rule.filter.isEmpty()) {
        m_matches->setText(tr("Each new version of the applications that match is watched automatically."));
        return;
    }
    rule.name = u"rule"_s; // an invalid name is reported when it is saved
    if (const auto checked = checkRule(rule); !checked) {
        m_matches->setText(checked.error().message);
        return;
    }
    const int count = m_count(parseApplicationFilter(rule.filter));
    m_matches->setText(
        count == 1
            ? tr("1 application matches now. Each of its new versions is watched automatically.")
            : tr("%Ln applications match now. Each of their new versions is watched automatically.", nullptr, count));
}

void FollowDialog::follow()
{
    const auto rule = typed();
    const auto &rules = m_engine.state().rules();
    if (const auto checked = checkRule(rule); !checked) {
        m_banner->say(StateRole::Bad, checked.error().message);
        return;
    }
    if (std::ranges::find(rules, rule.name, &FollowRule::name) != rules.end()) {
        m_banner->say(StateRole::Bad,
                      tr("There is a rule named %1. Use another name, or remove that one.").arg(rule.name));
        return;
    }
    m_follow->setEnabled(false);
    m_engine.saveRule(rule, this).then(this, [this, rule](const Result<void> &saved) {
        m_follow->setEnabled(true);
        takeAnswer(saved);
        if (!saved)
            return;
        Q_EMIT said(tr("%1 is followed").arg(rule.filter));
        accept();
    });
}

const FollowRule *FollowDialog::chosen() const
{
    const auto *item = m_rules->currentItem();
    const auto &rules = m_engine.state().rules();
    const auto found =
        item ? std::ranges::find(rules, item->data(0, Qt::UserRole).toString(), &FollowRule::name) : rules.end();
    return found == rules.end() ? nullptr : &*found;
}

void FollowDialog::showRules()
{
    const auto *before = m_rules->currentItem();
    const auto name = before ? before->data(0, Qt::UserRole).toString() : QString();
    m_rules->clear();
    QTreeWidgetItem *current = nullptr;
    const auto &rules = m_engine.state().rules();
    for (const auto &rule : rules) {
        const auto at = std::ranges::find(kNotify, rule.notify) - kNotify.begin();
        const std::array notify{tr("problems"), tr("all news"), tr("nothing")};
        auto *item = new QTreeWidgetItem(m_rules,
                                         {visibleLine(rule.name), rule.isPaused ? tr("paused") : tr("active"),
                                          notify[std::size_t(at)], visibleLine(rule.filter)});
        item->setData(0, Qt::UserRole, rule.name);
        item->setData(3, Qt::ToolTipRole, toolTipText(rule.filter));
        if (rule.name == name)
            current = item;
    }
    if (current)
        m_rules->setCurrentItem(current);
    m_rulesTitle->setText(rules.empty() ? tr("No follow rules yet")
                                        : tr("Follow rules; the oldest that matches an application counts"));
    showChosen();
}

void FollowDialog::showChosen()
{
    const auto *rule = chosen();
    m_pause->setEnabled(rule != nullptr);
    m_remove->setEnabled(rule != nullptr);
    m_pause->setText(rule && rule->isPaused ? tr("Resume") : tr("Pause"));
}

void FollowDialog::pauseOrResume()
{
    const auto *rule = chosen();
    if (!rule)
        return;
    auto changed = *rule;
    changed.isPaused = !changed.isPaused;
    m_engine.saveRule(changed, this).then(this, [this](const Result<void> &saved) { takeAnswer(saved); });
}

void FollowDialog::removeRule()
{
    if (const auto *rule = chosen())
        m_engine.removeRule(rule->name, this).then(this, [this](const Result<void> &removed) { takeAnswer(removed); });
}

void FollowDialog::takeAnswer(const Result<void> &answer)
{
    if (answer)
        m_banner->hide();
    else
        m_banner->say(StateRole::Bad, answer.error().message);
}

} // namespace lynceus
