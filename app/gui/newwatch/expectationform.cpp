#include "app/gui/newwatch/expectationform.h"

#include "app/gui/newwatch/formline.h"
#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/widgets/controls/chips.h"
#include "core/domain/model/applicationaddress.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Kind = ExpectedVersion::Kind;

constexpr int kLineHeight = 30;
constexpr std::array kKinds{Kind::Images, Kind::Revision, Kind::ChartVersion, Kind::Next}; // in the order of the chips

} // namespace

ExpectationForm::ExpectationForm(const WatchTargets &targets, QWidget *parent)
    : QWidget(parent)
    , m_targets(targets)
    , m_kinds(new ChipRow(tr("Expect"), this))
    , m_version(new QLineEdit(this))
    , m_awaits(new QCheckBox(tr("Wait for an application that does not exist yet"), this))
    , m_withChildren(new QCheckBox(tr("Watch the applications of an app of apps or an ApplicationSet"), this))
    , m_name(new QLineEdit(this))
    , m_instances(new ChipRow(tr("Instance"), this))
{
    build();
    listen();
    showKind();
}

void ExpectationForm::build()
{
    m_kinds->setChoices({tr("Image"), tr("Revision"), tr("Chart version"), tr("Next version")},
                        {tr("The pods run this image"), tr("This commit or tag was applied and runs"),
                         tr("This version of the Helm chart was applied and runs"),
                         tr("The next version after the running or desired one")});
    m_kinds->choose(0);
    m_version->setMinimumHeight(kLineHeight);
    m_name->setMinimumHeight(kLineHeight);
    m_name->setAccessibleName(tr("Name of the application"));
    m_name->setPlaceholderText(tr("shop-web, or namespace/shop-web"));
    auto *expected = new QWidget(this);
    auto *expectedRow = new QHBoxLayout(expected);
    expectedRow->setContentsMargins(0, 0, 0, 0);
    expectedRow->addWidget(m_kinds);
    expectedRow->addWidget(m_version, 1);
    auto *typed = new QWidget(this);
    auto *typedRow = new QHBoxLayout(typed);
    typedRow->setContentsMargins(0, 0, 0, 0);
    typedRow->addWidget(m_name, 1);
    typedRow->addWidget(m_instances);
    m_namedLine = formLine(this, tr("Application"), typed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(10); // same as the surrounding lines
    column->addWidget(formLine(this, tr("Expect"), expected));
    column->addWidget(m_withChildren);
    column->addWidget(m_awaits);
    column->addWidget(m_namedLine);
}

void ExpectationForm::listen()
{
    connect(m_kinds, &ChipRow::chosenByPerson, this, &ExpectationForm::showKind);
    for (auto *box : {m_awaits, m_withChildren})
        connect(box, &QCheckBox::toggled, this, &ExpectationForm::showKind);
    for (auto *field : {m_version, m_name})
        connect(field, &QLineEdit::textChanged, this, &ExpectationForm::valueChanged);
    connect(m_instances, &ChipRow::chosenByPerson, this, &ExpectationForm::valueChanged);
    connect(&m_targets, &WatchTargets::changed, this, &ExpectationForm::showInstances);
}

void ExpectationForm::showKind()
{
    const auto expected = kind();
    m_version->setVisible(expected == Kind::Revision || expected == Kind::ChartVersion);
    m_version->setPlaceholderText(expected == Kind::Revision ? tr("Commit or tag, for example 3f2a1b0 or v1.5.0")
                                                             : tr("For example 1.5.2"));
    m_version->setAccessibleName(expected == Kind::Revision ? tr("Revision") : tr("Chart version"));
    m_namedLine->setVisible(isNamed());
    showInstances();
    Q_EMIT kindChanged();
}

void ExpectationForm::showInstances()
{
    const auto ids = m_targets.instanceIds();
    if (ids != m_instanceIds) {
        m_instanceIds = ids;
        QStringList names;
        std::ranges::transform(ids, std::back_inserter(names),
                               [this](const QString &id) { return m_targets.instanceName(id); });
        m_instances->setChoices(names);
        if (ids.size() == 1)
            m_instances->choose(0);
    }
    m_instances->setVisible(m_instanceIds.size() > 1);
}

Kind ExpectationForm::kind() const
{
    return kKinds.at(std::size_t(std::max(0, m_kinds->chosen())));
}

Result<ExpectedVersion> ExpectationForm::version() const
{
    const auto text = m_version->text().trimmed();
    switch (kind()) {
    case Kind::Images:
        return ExpectedVersion{};
    case Kind::Revision:
        return parseRevision(text);
    case Kind::ChartVersion:
        return parseChartVersion(text);
    case Kind::Next:
        return ExpectedVersion{Kind::Next, {}};
    }
    Q_UNREACHABLE();
}

bool ExpectationForm::isNamed() const
{
    return m_awaits->isChecked() || m_withChildren->isChecked();
}

bool ExpectationForm::isParent() const
{
    return m_withChildren->isChecked();
}

Result<NamedApplication> ExpectationForm::named(const std::optional<ImageReference> &image) const
{
    const auto text = m_name->text().trimmed();
    if (text.isEmpty())
        return badInput(tr("Enter the name of the application."));
    const auto address = parseApplicationAddress(text);
    if (!address)
        return tl::unexpected(address.error());
    const auto id = m_instanceIds.value(m_instances->chosen());
    if (id.isEmpty())
        return badInput(m_awaits->isChecked() ? tr("Choose the instance on which it will be created.")
                                              : tr("Choose its instance."));
    NamedApplication application{{id, address->nameSpace, address->name}};
    if (const auto known = m_targets.index().named(id, text)) {
        application.key = known->entry.key;
        application.project = known->entry.application->project;
    }
    application.waitForApp = m_awaits->isChecked();
    application.withChildren = m_withChildren->isChecked();
    if (kind() == Kind::Images) {
        if (!image)
            return badInput(tr("Enter the complete image reference with its version."));
        application.image = image;
    }
    return application;
}

QString ExpectationForm::problem(const std::optional<ImageReference> &image) const
{
    if (const auto expected = version(); !expected)
        return m_version->text().trimmed().isEmpty() ? tr("Enter the version to expect.") : expected.error().message;
    if (isNamed()) {
        if (const auto application = named(image); !application)
            return application.error().message;
    }
    return {};
}

} // namespace lynceus
