#include "app/cli/wait/imageassignment.h"

#include "app/cli/options/values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Images that a target's manifests name, wanted and live ones: a commit may not be noticed yet.
QStringList manifestImages(const AssignmentTarget &target)
{
    QStringList images;
    if (!target.managed)
        return images;
    for (const auto &workload : target.managed->workloads) {
        if (workload.target)
            images += workload.target->images;
        if (workload.live)
            images += workload.live->images;
    }
    images.removeDuplicates();
    return images;
}

bool names(const QStringList &manifests, const ImageReference &image, const RegistryProxies &proxies)
{
    return std::ranges::any_of(manifests, [&](const QString &text) {
        const auto manifest = parseImageReference(text);
        return manifest && sameRepository(*manifest, image, proxies);
    });
}

void addOnce(std::vector<ImageReference> &images, const ImageReference &image)
{
    if (std::ranges::find(images, image) == images.end())
        images.push_back(image);
}

Error fitsNone(const ImageReference &image, const std::vector<QStringList> &manifests)
{
    QStringList repositories;
    for (const auto &images : manifests) {
        for (const auto &text : images) {
            if (const auto reference = parseImageReference(text))
                repositories.append(repositoryName(*reference));
        }
    }
    repositories.removeDuplicates();
    return {Error::Kind::BadInput, u"--image "_s + familiarName(image),
            u"no manifest of these applications uses %1%2"_s.arg(repositoryName(image),
                                                                 didYouMean(repositoryName(image), repositories))};
}

} // namespace

Result<std::vector<std::vector<ImageReference>>> assignImages(const std::vector<AssignmentTarget> &targets,
                                                              const std::vector<ImageReference> &images,
                                                              const RegistryProxies &proxies)
{
    std::vector<std::vector<ImageReference>> assigned(targets.size());
    std::vector<QStringList> manifests(targets.size());
    std::ranges::transform(targets, assigned.begin(), &AssignmentTarget::images);
    std::ranges::transform(targets, manifests.begin(), manifestImages);
    for (const auto &image : images) {
        bool fits = targets.size() == 1;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (targets.size() > 1 && !names(manifests[i], image, proxies))
                continue;
            addOnce(assigned[i], image);
            fits = true;
        }
        if (!fits)
            return tl::unexpected(fitsNone(image, manifests));
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (assigned[i].empty())
            return badInput(u"it uses none of the images; use --app %1=IMAGE"_s.arg(targets[i].name),
                            u"--app "_s + targets[i].name);
    }
    return assigned;
}

} // namespace lynceus
