// What stands in a box is copied by one press; without a script, or where the browser refuses, it is chosen by hand.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const box = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", async () => {
    box.select();
    await navigator.clipboard?.writeText(box.value).then(() => {
      button.textContent = "Copied";
    }, () => {});
  });
}
